import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.ts'

/** A file of the tree and its text. */
export type Tree = Map<string, string>

const CODE = /\.(ts|tsx|js|css|md|json|yaml|html)$/

/** What no file may say, and why. Written so that this table does not find itself. */
const WORDS: [RegExp, string][] = [
  [/[/]work[/]|[/]home[/]\w+[/]|[/]Users[/]\w+[/]/, 'names a place on one machine'],
  [/\.\.[/]shared[/]|(?<![\w/.-])shared[/](?:design|domain|prototype|limits)\b/, 'names a folder beside the project'],
  [/\bFIX[M]E\b|\bXX[X]\b|\bTOD[O]\b(?!\(#)/, 'is a marker nobody can follow: @TODO(#issue) or do it'],
  [/^<{7} |^>{7} /m, 'was left by a merge'],
]

const lineOf = (text: string, at: number) => text.slice(0, at).split('\n').length

/** Words that do not belong into the project's files. */
export const wordsOutOfPlace = (tree: Tree): string[] =>
  [...tree]
    .filter(([path]) => CODE.test(path) && path !== 'pnpm-lock.yaml')
    .flatMap(([path, text]) =>
      WORDS.flatMap(([word, why]) => {
        const found = word.exec(text)
        return found ? [`${path}:${lineOf(text, found.index)} “${found[0]}” ${why}.`] : []
      }),
    )

type Manifest = Record<string, Record<string, string> | undefined>

/** One version of each thing: manifests say `catalog:` or `workspace:*`, the catalog says exact versions. */
export function looseVersions(tree: Tree): string[] {
  const loose: string[] = []
  for (const [path, text] of tree) {
    if (!/(^|\/)package\.json$/.test(path)) continue
    const manifest = JSON.parse(text) as Manifest
    for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies']) {
      for (const [name, version] of Object.entries(manifest[kind] ?? {})) {
        // Node itself is chosen by the machine's kind, and only at the root.
        const isNode = path === 'package.json' && name.startsWith('node-') && /^\d+\.\d+\.\d+$/.test(version)
        if (version !== 'catalog:' && version !== 'workspace:*' && !isNode) {
          loose.push(`${path}: ${name} says “${version}”; put an exact version into the catalog and say “catalog:”.`)
        }
      }
    }
  }
  const catalog = /^catalog:\n((?:[ #].*\n|\n)*)/m.exec(tree.get('pnpm-workspace.yaml') ?? '')?.[1] ?? ''
  for (const [, name, version] of catalog.matchAll(/^ {2}(\S+): (.+)$/gm)) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version ?? '')) {
      loose.push(`pnpm-workspace.yaml: ${name} says “${version}”; the catalog holds exact versions.`)
    }
  }
  return loose
}

/** The lockfile must serve whatever registry a machine has: it names none. */
export const registryHosts = (tree: Tree): string[] =>
  (tree.get('pnpm-lock.yaml') ?? '')
    .split('\n')
    .flatMap((line, at) => (/https?:\/\/|tarball:|git@/.test(line) ? [`pnpm-lock.yaml:${at + 1} ${line.trim()}`] : []))

/** The files git knows or would take. */
function readTree(): Tree {
  const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root })
  const tree: Tree = new Map()
  for (const path of list.toString().split('\0')) {
    if (!CODE.test(path)) continue
    try {
      tree.set(path, readFileSync(join(root, path), 'utf8'))
    } catch {
      // Deleted, and not yet committed.
    }
  }
  return tree
}

if (import.meta.main) {
  const tree = readTree()
  const found = [...wordsOutOfPlace(tree), ...looseVersions(tree), ...registryHosts(tree)]
  console.log(found.join('\n') || `${tree.size} files are in order.`)
  process.exitCode = found.length > 0 ? 1 : 0
}
