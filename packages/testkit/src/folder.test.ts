import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweep, testFolder } from './folder.ts'

const HOUR = 3600_000

test('what a killed run left is swept away by a later one, and nobody else’s', () => {
  const { pid: dead } = spawnSync(process.execPath, ['-e', ''])
  const of = (pid: number, hours: number) => {
    const folder = mkdtempSync(join(tmpdir(), `academy-test-${pid}-`))
    const at = new Date(Date.now() - hours * HOUR)
    utimesSync(folder, at, at)
    return folder
  }
  const [left, justLeft, anothers, own] = [of(dead, 2), of(dead, 0), of(process.ppid, 2), testFolder('test')]
  sweep()
  expect([left, justLeft, anothers, own].map((folder) => existsSync(folder))).toEqual([false, true, true, true])
  for (const folder of [justLeft, anothers, own]) rmSync(folder, { recursive: true })
})
