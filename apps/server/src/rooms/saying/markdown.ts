import type { Rich, RichText } from '@academy/contract'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal'
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal'

type Node = ReturnType<typeof fromMarkdown>['children'][number]

/** What a message has no use for stays as it was typed: a line under dashes is no heading, "&amp;" is five characters, HTML is text. */
const OFF = [
  'characterReference',
  'codeIndented',
  'definition',
  'hardBreakEscape',
  'headingAtx',
  'htmlFlow',
  'htmlText',
  'labelStartImage',
  'setextUnderline',
  'thematicBreak',
]
const READ = { disable: { null: OFF } }

/** Most messages are plain and are never parsed. */
const MARKED = /[*_`>[]|https?:\/\/|www\.|^ {0,3}(?:[-+]|\d{1,9}[.)])\s/im
/** Quotes of quotes: what is deeper is read as text. */
const DEEPEST = 6
const QUOTES_TOO_DEEP = new RegExp(`^([ \\t]*(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${DEEPEST + 1},}`, 'm')
const MOST_KEPT = 2000
/** More marks than anybody writes by hand: such a text is read as it is, for what a parser does with them takes long. */
const MOST_MARKS = 200
/** “2*3*4” is a product. While the text is parsed a star between letters or digits is a letter of nobody's alphabet. */
const STAR = '\uE002'
const TIMES = /(?<=[\p{L}\p{N})])\*(?=[\p{L}\p{N}(])/gu

const kept = new Map<string, RichText | undefined>()

/** The marks of a message as a tree; undefined where it has none. The same text is parsed once. */
export function marksOf(body: string): RichText | undefined {
  if (!MARKED.test(body)) return undefined
  if (kept.has(body)) return kept.get(body)
  if (kept.size >= MOST_KEPT) kept.clear()
  const text = parse(body)
  kept.set(body, text)
  return text
}

function parse(body: string): RichText | undefined {
  if (QUOTES_TOO_DEEP.test(body) || (body.match(/[*_`[<]|^\s*(?:[-+>]|\d+[.)])/gm)?.length ?? 0) > MOST_MARKS)
    return undefined
  const tree = fromMarkdown(body.replace(TIMES, STAR), {
    extensions: [READ, gfmAutolinkLiteral()],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  })
  const text = tree.children.flatMap((node) => richOf(node, 0))
  const plain = text.length === 1 && isTag(text[0], 'p') && text[0].c.every((part) => typeof part === 'string')
  return plain && plainOf(text) === body ? undefined : text
}

const starred = (text: string) => text.replaceAll(STAR, '*')

const isTag = (node: Rich | undefined, t: string): node is Exclude<Rich, string> =>
  typeof node === 'object' && node.t === t

function richOf(node: Node, depth: number): RichText {
  const inside = (): RichText =>
    'children' in node ? joined((node.children as Node[]).flatMap((child) => richOf(child, depth + 1))) : []
  if (depth > DEEPEST * 2) return [wordsOf(node)]
  switch (node.type) {
    case 'text':
      return [starred(node.value)]
    case 'break':
      return ['\n']
    case 'paragraph':
      return [{ t: 'p', c: inside() }]
    case 'emphasis':
      return [{ t: 'em', c: inside() }]
    case 'strong':
      return [{ t: 'strong', c: inside() }]
    case 'inlineCode':
      return [{ t: 'code', c: [starred(node.value)] }]
    case 'code':
      return [{ t: 'pre', c: [starred(node.value)] }]
    case 'blockquote':
      return [{ t: 'blockquote', c: inside() }]
    case 'list':
      return [node.ordered ? { t: 'ol', start: node.start ?? 1, c: inside() } : { t: 'ul', c: inside() }]
    case 'listItem':
      return [{ t: 'li', c: inside() }]
    case 'link':
      return linkOf(starred(node.url), inside())
    default:
      return [wordsOf(node)]
  }
}

/** A link says where it leads: where its words are others than its address, the host stands behind them. */
function linkOf(url: string, c: RichText): RichText {
  const to = URL.canParse(url) ? new URL(url) : undefined
  if (!to || !['http:', 'https:'].includes(to.protocol) || to.username || to.password) return c
  const words = plainOf(c)
  const bare = words.replace(/^https?:\/\//i, '')
  const leadsThere = to.href.replace(/^https?:\/\//i, '').startsWith(bare) && bare.includes('.')
  const said = leadsThere || decodes(to.href) === words
  return [{ t: 'a', href: to.href, c }, ...(said ? [] : [` (${to.host})`])]
}

/** As it is typed: an address in Kazakh letters is written in them. */
function decodes(href: string): string {
  try {
    return decodeURI(href)
  } catch {
    return href
  }
}

const wordsOf = (node: Node): string =>
  'value' in node
    ? starred(String(node.value))
    : 'children' in node
      ? (node.children as Node[]).map(wordsOf).join('')
      : ''

/** Pieces of text side by side are one. */
function joined(parts: RichText): RichText {
  const made: RichText = []
  for (const part of parts) {
    const last = made.at(-1)
    if (typeof part === 'string' && typeof last === 'string') made[made.length - 1] = last + part
    else made.push(part)
  }
  return made
}

/** The words alone, for quotes and for who reads aloud. */
export const plainOf = (text: RichText): string =>
  text
    .map((part) => (typeof part === 'string' ? part : plainOf(part.c) + (BLOCKS.has(part.t) ? '\n' : '')))
    .join('')
    .trimEnd()

const BLOCKS = new Set(['p', 'pre', 'ul', 'ol', 'li', 'blockquote'])
