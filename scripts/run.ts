import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export const root = join(import.meta.dirname, '..')

export interface Ran {
  ok: boolean
  /** What it printed, when it was run quietly. */
  output: string
  seconds: number
}

interface How {
  env?: Record<string, string | undefined>
  /** Keeps the output for later instead of showing it as it comes. */
  quiet?: boolean
}

/** Runs a command of node_modules/.bin (or of the machine) in the project's folder. */
export function run(command: string, args: string[], { env = {}, quiet = false }: How = {}): Promise<Ran> {
  const began = performance.now()
  const path = [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    // Windows starts .cmd files through its shell only.
    shell: process.platform === 'win32',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  return new Promise((resolve) => {
    const end = (ok: boolean) => resolve({ ok, output, seconds: (performance.now() - began) / 1000 })
    child.on('error', (error) => {
      output += `${error.message}\n`
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}
