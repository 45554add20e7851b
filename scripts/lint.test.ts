import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

/** A file somebody might write, and what lint says to it. */
const refused: [file: string, code: string, says: RegExp][] = [
  // The order of the packages
  ['packages/contract/src/a.ts', `import 'zod'`, /contract is the first package/],
  ['packages/contract/src/b.ts', `import '@academy/policy'`, /contract is the first package/],
  ['packages/contract/src/c.ts', `import '../../policy/src/live.ts'`, /by its name/],
  ['packages/policy/src/a.ts', `import 'node:fs'`, /Policy answers from its arguments/],
  ['packages/policy/src/b.ts', `import '@academy/database'`, /Policy answers from its arguments/],
  ['packages/language/src/a.ts', `import '@academy/contract'`, /no part of the academy/],
  ['packages/design/src/a.tsx', `import type { Id } from '@academy/contract'`, /apps\/web\/src\/<room>/],
  ['packages/database/src/a.ts', `import '@academy/contract'`, /apps\/server\/src\/<room>/],
  ['apps/web/src/a.ts', `import '@academy/database'`, /through the router/],
  ['apps/web/src/b.ts', `import 'node:fs'`, /A browser has no Node/],
  ['apps/web/src/c.ts', `import { appRouter } from '@academy/server/router'`, /only `import type`/],
  ['apps/web/src/d.ts', `import { type AppRouter } from '@academy/server/router'`, /only `import type`/],
  ['apps/web/src/e.ts', `import type { Config } from '@academy/server/config'`, /only `import type`/],
  ['apps/server/src/live/a.ts', `import '@academy/design'`, /Markup/],
  ['apps/server/src/live/b.ts', `import '@academy/testkit'`, /for tests only/],

  // The order of the rooms
  ['apps/server/src/platform/a.ts', `import '../members/index.ts'`, /platform stands before every room/],
  ['apps/server/src/members/a.ts', `import type { A } from '../places/index.ts'`, /members stands before places/],
  ['apps/server/src/places/a.ts', `import '../impact/index.ts'`, /places stands before .* impact/],
  ['apps/server/src/communities/a.ts', `import '../practices/index.ts'`, /communities stands before practices/],
  ['apps/server/src/practices/a.ts', `import '../rooms/index.ts'`, /practices stands before rooms/],
  ['apps/server/src/rooms/a.ts', `export * from '../live/index.ts'`, /rooms stands before live/],
  ['apps/server/src/rooms/deep/a.ts', `import '../../live/index.ts'`, /rooms stands before live/],
  ['apps/server/src/live/c.ts', `import '../programmes/index.ts'`, /live stands before programmes/],
  ['apps/server/src/programmes/a.ts', `import '../initiatives/index.ts'`, /programmes stands before initiatives/],
  ['apps/server/src/initiatives/a.ts', `import '../impact/index.ts'`, /initiatives stands before impact/],
  ['apps/server/src/live/d.ts', `import '../rooms/store.ts'`, /one door, its index\.ts/],
  ['apps/server/src/main.ts', `import './rooms/service.ts'`, /one door, its index\.ts/],
  ['apps/server/src/live/store.ts', `import '../rooms/tables.ts'`, /Only tables\.ts may name/],

  // The layers in a room
  [
    'apps/server/src/live/service.ts',
    `import 'fastify'`,
    /platform\/\*, pages\/\*, page-routes\.ts and build-server\.ts/,
  ],
  ['apps/server/src/rooms/service.ts', `import 'socket.io'`, /a service announces to a stream/],
  ['apps/server/src/places/service.ts', `import '@trpc/server'`, /router\.ts only/],
  ['apps/server/src/places/channel.ts', `import '@trpc/server'`, /router\.ts only/],
  [
    'apps/server/src/places/router.ts',
    `import '@fastify/static'`,
    /platform\/\*, pages\/\*, page-routes\.ts and build-server\.ts/,
  ],
  ['apps/server/src/practices/service.ts', `import { eq } from 'drizzle-orm'`, /SQL stands in store\.ts/],
  ['apps/server/src/live/present.ts', `import type { SQL } from 'drizzle-orm'`, /SQL stands in store\.ts/],
  ['apps/server/src/live/e.ts', `import 'better-auth/adapters'`, /members\//],
  ['apps/server/src/platform/b.ts', `import 'better-sqlite3'`, /Only packages\/database/],
  ['apps/server/src/platform/c.ts', `import pg from 'pg'`, /Only packages\/database/],

  // Words that have a better word
  ['apps/server/src/live/f.ts', 'export const n = Math.random()', /node:crypto/],
  ['apps/server/src/live/g.ts', `export const f = (io: any) => io.to('live:1').emit('x')`, /Announce to a stream/],
  ['apps/server/src/live/h.ts', `export const f = (x: any) => x.socket.to('live:1')`, /Announce to a stream/],
  ['apps/server/src/rooms/store.ts', `export const f = (sql: any, s: string) => sql.raw(s)`, /bind it/],
  [
    'apps/server/src/places/store.ts',
    `export const f = (sql: any, s: string) => sql.identifier(s)`,
    /column of tables\.ts/,
  ],
  ['apps/server/src/live/i.ts', `throw new Error('oops')`, /AcademyError/],
  ['apps/server/src/live/j.ts', 'export const at = Date.now()', /clock/],
  ['apps/server/src/live/k.ts', `console.log('x')`, /console/],
  ['apps/web/src/x.test.ts', `import { test } from 'vitest'\ntest.only('x', () => {})`, /focus/i],
  ['apps/web/src/y.test.ts', `import { test } from 'vitest'\ntest.skip('x', () => {})`, /disable tests/],
  ['packages/design/src/long.css', '.a { color: red }\n'.repeat(401), /too many lines/],
  ['packages/language/src/long.ts', 'export {}\n'.repeat(401), /too many lines/],
  ['packages/language/src/round.ts', `import './trip.ts'`, /cycle/],
  ['packages/language/src/trip.ts', `import './round.ts'`, /cycle/],
]

const allowed: [file: string, code: string][] = [
  ['packages/contract/src/good.ts', `import 'valibot'\nimport './ids.ts'`],
  ['packages/policy/src/good.ts', `import '@academy/contract'`],
  ['packages/design/src/good.tsx', `import 'solid-js/web'`],
  ['apps/web/src/good.ts', `import type { AppRouter } from '@academy/server/router'\nimport '@academy/policy'`],
  ['apps/web/src/public/good.ts', `import 'node:fs'`],
  ['packages/database/src/test-tables.ts', `import '@academy/testkit'`],
  ['apps/server/src/build-server.ts', `import 'fastify'\nimport './live/index.ts'`],
  ['apps/server/src/pages/good.ts', `import 'fastify'\nimport '../live/index.ts'`],
  ['apps/server/src/live/test-hall.ts', `export const now = Date.now()`],
  ['apps/server/src/members/tables.ts', `import '../places/tables.ts'\nimport 'drizzle-orm'`],
  [
    'apps/server/src/live/vote-store.ts',
    `import 'drizzle-orm'\nimport '../platform/store.ts'\nimport '../rooms/index.ts'`,
  ],
  ['apps/server/src/live/router.ts', `import '@trpc/server'`],
  ['apps/server/src/live/channel.ts', `import 'socket.io'`],
  ['apps/server/src/live/live.test.ts', `import '@academy/testkit'\nimport 'fastify'\nimport '../impact/store.ts'`],
  ['packages/database/src/good.ts', `import 'better-sqlite3'\nexport const f = (sql: any) => sql.raw('')`],
]

interface Report {
  diagnostics: { message: string; severity: string; location: { path: string } }[]
}

describe('lint', () => {
  let tree: string
  const said = new Map<string, string[]>()

  beforeAll(async () => {
    tree = await mkdtemp(join(tmpdir(), 'lint-'))
    await cp(join(root, 'biome.json'), join(tree, 'biome.json'))
    await cp(join(root, 'scripts/lint'), join(tree, 'scripts/lint'), { recursive: true })
    for (const [file, code] of [...refused, ...allowed]) {
      await mkdir(dirname(join(tree, file)), { recursive: true })
      await writeFile(join(tree, file), code)
    }
    for (const { message, severity, location } of (await lint(tree)).diagnostics) {
      if (severity === 'error') said.set(location.path, [...(said.get(location.path) ?? []), message])
    }
  })
  afterAll(() => rm(tree, { recursive: true }))

  test.each(refused)('refuses %s', (file, _code, says) => {
    expect(said.get(file)?.join('\n')).toMatch(says)
  })

  test.each(allowed)('lets %s be', (file) => {
    expect(said.get(file)?.filter((message) => !/any|unused/i.test(message)) ?? []).toEqual([])
  })
})

/** Biome ends with 1 when it has something to say; what it says is on stdout. */
const lint = (folder: string): Promise<Report> =>
  new Promise((resolve, reject) => {
    const biome = join(root, 'node_modules/.bin/biome')
    execFile(
      biome,
      ['lint', '--reporter=json', '--max-diagnostics=none', '--colors=off', '--vcs-enabled=false'],
      { cwd: folder },
      (error, stdout) => {
        try {
          resolve(JSON.parse(stdout))
        } catch {
          reject(error ?? new Error(stdout))
        }
      },
    )
  })
