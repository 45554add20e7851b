import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const OWNED = /^academy-[a-z]+-(\d+)-/
const HOUR = 3600_000

const made = new Set<string>()

/** A new folder for a test. Whoever makes it removes it; what is left when the test fails goes with its process, or with a later one. */
export function testFolder(what: string): string {
  if (made.size === 0) {
    process.once('exit', removeAll)
    sweep()
  }
  const folder = mkdtempSync(join(tmpdir(), `academy-${what}-${process.pid}-`))
  made.add(folder)
  return folder
}

function removeAll(): void {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
}

/** Removes what killed processes left. Not the youngest: of a process in another container we cannot tell whether it lives. */
export function sweep(now = Date.now()): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = OWNED.exec(name)?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const folder = join(tmpdir(), name)
    const age = now - (statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? now)
    if (age > HOUR) rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
