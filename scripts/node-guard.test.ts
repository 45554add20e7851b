import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const server = join(import.meta.dirname, '..', 'apps', 'server')

/** Runs as Node of that version would see itself. */
const runOn = (version: string, ...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${version}'})`
    execFile(process.execPath, ['--import', pretend, ...args], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    )
  })

test.each(['start', 'academy'])('an older Node is told what to do instead of running %s', async (script) => {
  const { code, said } = await runOn('20.20.2', join(server, `${script}.js`))
  expect(said).toContain('The academy needs Node 24; this is Node 20.20.2.')
  expect(said).toContain(`npx --yes pnpm@10.34.9 ${script}`)
  expect(code).toBe(1)
})

test.each([
  ['12.22.0', 1],
  ['22.12.0', 1],
  ['23.11.1', 1],
  ['22.18.0', 0],
  ['24.0.0', 0],
  ['26.1.0', 0],
])('Node %s ends with %i', async (version, code) => {
  const guard = join(server, 'node-guard.js')
  const ran = await runOn(version, '--input-type=module', '--eval', `(await import('${guard}')).needNode24('start')`)
  expect(ran.code).toBe(code)
})
