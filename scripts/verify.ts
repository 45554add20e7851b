import { run } from './run.ts'

/** All that is not a test; each check is run, and what failed is said once more at the end. */
const CHECKS: [name: string, command: string, args: string[]][] = [
  ['format and lint', 'biome', ['ci', '.', '--error-on-warnings', '--colors=off', '--max-diagnostics=100']],
  ['types of apps and packages', 'turbo', ['run', 'typecheck', '--output-logs=errors-only']],
  ['types of scripts', 'tsc', ['-p', 'scripts']],
  ['words, versions, lockfile', 'node', ['scripts/tree.ts']],
  ['migrations up to date', 'node', ['packages/database/scripts/generate.ts', '--check']],
  ['build', 'turbo', ['run', 'build', '--output-logs=errors-only']],
  ['byte budgets', 'node', ['scripts/budgets.ts']],
]

const failed: string[] = []
for (const [name, command, args] of CHECKS) {
  const { ok, output, seconds } = await run(command, args, { quiet: true, env: { TURBO_TELEMETRY_DISABLED: '1' } })
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`)
  if (!ok || name === 'byte budgets') console.log(output)
  if (!ok) failed.push(name)
}

console.log(failed.length ? `verify failed: ${failed.join(', ')}` : 'verify: all is in order')
process.exitCode = failed.length ? 1 : 0
