import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { openPages } from '../apps/server/src/platform/pages.ts'
import { LOCALES } from '../packages/contract/src/index.ts'
import { publicPages } from './budget-pages.ts'
import { root } from './run.ts'

const KB = 1024

/** Bytes are a contract with whoever is on a bad line. */
const GOALS = {
  'web.bytes.public': 8 * KB,
  'web.bytes.practice': 8 * KB,
  'web.bytes.app': 32 * KB,
  'web.bytes.app_live': 46 * KB,
  'web.bytes.live': 32 * KB,
  'web.bytes.route': 10 * KB,
} as const

export interface Budget {
  name: keyof typeof GOALS
  ours: number
  goal: number
  holds: boolean
  unit: 'bytes'
  /** What was the heaviest. */
  of: string
}

interface Chunk {
  file: string
  imports?: string[]
  css?: string[]
  dynamicImports?: string[]
}

const packed = (text: string | Buffer): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length

interface Weighed {
  bytes: number
  of: string
}
const heaviest = (all: readonly Weighed[]): Weighed => all.reduce((most, one) => (one.bytes > most.bytes ? one : most))

type Manifest = Record<string, Chunk>
const manifestOf = (client: string, entry: string) =>
  JSON.parse(readFileSync(join(client, `.vite/${entry}.json`), 'utf8')) as Manifest

const withImports = (manifest: Manifest, keys: readonly string[], found = new Set<string>()): Set<string> => {
  for (const key of keys) {
    if (found.has(key) || !manifest[key]) continue
    found.add(key)
    withImports(manifest, manifest[key].imports ?? [], found)
  }
  return found
}

/** Scripts and styles of the parts and of all they import at once. */
const filesOf = (manifest: Manifest, keys: readonly string[]) => {
  const files = new Set<string>()
  for (const key of withImports(manifest, keys)) {
    const chunk = manifest[key]
    if (chunk) for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
  }
  return files
}

/** All that an entry starts with, which is one file. */
const baseOf = (manifest: Manifest) =>
  Object.keys(manifest).find((key) => /^(_\w+-base-.*\.js|\w+\.html)$/.test(key)) ?? ''

/** What a page of the app fetches once it stands: the socket, and what keeps things on the phone. A participant's page has both inside. */
const afterPaint = (manifest: Manifest) => {
  const keys = Object.keys(manifest).filter((key) => /socket\.io-client|node_modules\/idb\//.test(key))
  if (keys.length !== 2)
    throw new Error('The socket or idb is no longer a chunk of its own: it would be in the first view')
  return keys
}

/** Weighs what the last build sends, packed as well as it goes, each file by itself as it travels. Of the languages the heaviest counts. */
export async function measureBudgets(): Promise<Budget[]> {
  const client = join(root, 'apps/web/dist/client')
  const manifests = { app: manifestOf(client, 'app'), live: manifestOf(client, 'live') }
  const sizes = new Map<string, number>()
  const size = (file: string) => {
    const known = sizes.get(file) ?? packed(readFileSync(join(client, file)))
    sizes.set(file, known)
    return known
  }

  const sum = (files: Iterable<string>) => [...files].reduce((bytes, file) => bytes + size(file), 0)

  const pages = await openPages()
  /** A first visit: the page with its style inside, every script it starts with, its words. Later chunks only where they are named. */
  const visit = (entry: 'app' | 'live', path: string, whole = false): Weighed =>
    heaviest(
      LOCALES.map((locale) => {
        const at = { origin: 'https://academy.example.kz', path }
        const { html } = pages.appShell(entry, locale, {
          at,
          title: pages.academyName(locale),
        })
        // What the page itself names is what comes with it; its style sheets are inside already.
        const named = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)].map((match) => match[1] as string)
        const later = whole ? filesOf(manifests[entry], afterPaint(manifests[entry])) : []
        const files = new Set([...named, ...later])
        for (const style of filesOf(manifests[entry], [baseOf(manifests[entry])]))
          if (style.endsWith('.css')) files.delete(style)
        if (process.argv.includes('--files')) {
          console.error(`${entry} ${locale} ${path}: page ${packed(html)}`)
          for (const file of [...files].sort((a, b) => size(b) - size(a))) console.error(`  ${size(file)} ${file}`)
        }
        return { bytes: packed(html) + sum(files), of: locale }
      }),
    )

  const html = (await publicPages()).map((page) => ({ bytes: packed(page.html), of: `${page.name}, ${page.locale}` }))

  const { app } = manifests
  const shell = filesOf(app, [baseOf(app), ...LOCALES.map((locale) => `src/locale/${locale}/index.ts`)])
  const parts = Object.keys(app).filter((key) => /^src\/\w+\/\w+Page\.tsx$/.test(key))
  const routes = parts.flatMap((key) =>
    LOCALES.map((locale) => {
      const words = pages.appRoutes.find(({ part }) => key === `src/${part}.tsx`)?.words ?? []
      const files = filesOf(app, [
        key,
        ...words.map(
          (group) => `src/locale/${locale}/${group.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}.ts`,
        ),
      ])
      return { bytes: sum([...files].filter((file) => !shell.has(file))), of: `${key}, ${locale}` }
    }),
  )

  const measured: Record<keyof typeof GOALS, Weighed> = {
    'web.bytes.public': heaviest(html),
    'web.bytes.practice': heaviest(html.filter(({ of }) => of.startsWith('practice,'))),
    'web.bytes.app': visit('app', '/home'),
    'web.bytes.app_live': visit('app', '/home', true),
    'web.bytes.live': visit('live', '/live/01J5ZK4T6Q8M2V9XH3R7B1C0DE'),
    'web.bytes.route': heaviest(routes),
  }
  return (Object.keys(GOALS) as (keyof typeof GOALS)[]).map((name) => {
    const { bytes, of } = measured[name]
    return { name, ours: bytes, goal: GOALS[name], holds: bytes <= GOALS[name], unit: 'bytes', of }
  })
}

if (import.meta.main) {
  const budgets = await measureBudgets()
  for (const budget of budgets) console.log(JSON.stringify(budget))
  process.exitCode = budgets.every((budget) => budget.holds) ? 0 : 1
}
