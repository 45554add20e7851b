import { existsSync, readFileSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Count, closingLine, countPlaywright, countVitest, held, nothing, sum } from './count.ts'
import { root, run } from './run.ts'

/**
 * Every test of the academy: unit, SQLite and PostgreSQL, sockets, and the journeys in a browser.
 * `--long` adds what takes minutes (the kill test's hundred rounds).
 */
const unknown = process.argv.slice(2).filter((word) => word !== '--long')
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(' ')}. For some tests only: vitest run <path>, or pnpm journeys <path>.`)
  process.exit(2)
}
const env = process.argv.includes('--long') ? { ACADEMY_LONG: '1' } : {}
const results = join(root, 'test-results')
await rm(results, { recursive: true, force: true })
await mkdir(results)

async function vitest(): Promise<Count> {
  const report = join(results, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { ok } = await run('vitest', ['run', ...reporters], { env })
  return held('Vitest', read(report, countVitest), ok)
}

async function journeys(): Promise<Count> {
  const report = join(results, 'journeys.json')
  const { ok } = await run('apps/journeys/node_modules/.bin/playwright', ['test', '--config=apps/journeys'], {
    env: { ...env, JOURNEYS_REPORT: report },
  })
  return held('Playwright', read(report, countPlaywright), ok)
}

function read<Report>(file: string, count: (report: Report) => Count): Count | undefined {
  if (!existsSync(file)) return undefined
  return count(JSON.parse(readFileSync(file, 'utf8')) as Report)
}

const built = await run('turbo', ['run', 'build', '--output-logs=errors-only'], {
  env: { TURBO_TELEMETRY_DISABLED: '1' },
})
const count = built.ok
  ? sum([await vitest(), await journeys()])
  : { ...nothing, failed: 1, failures: ['The build failed; no test was run.'] }

const line = closingLine(count)
await writeFile(join(results, 'summary.txt'), `${line}\n`)
console.log(`\n${count.failures.map((failure) => `failed: ${failure}\n`).join('')}${line}`)
process.exitCode = count.failed === 0 ? 0 : 1
