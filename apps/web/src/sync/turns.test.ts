// @vitest-environment node
import { expect, test } from 'vitest'
import { tick } from './_phone.ts'
import { backoff } from './backoff.ts'
import { makeTurns } from './turns.ts'

test('one tab at a time has the turn', async () => {
  const tabs = [makeTurns('one at a time'), makeTurns('one at a time')]
  const log: string[] = []
  await Promise.all(
    tabs.map((turns, n) =>
      turns(async () => {
        log.push(`${n} begins`)
        await tick(5)
        log.push(`${n} ends`)
        return false
      }),
    ),
  )
  expect(log).toEqual(['0 begins', '0 ends', '1 begins', '1 ends'])
})

test('a tab that was put to sleep with the turn in its hand does not hold up the others for ever', async () => {
  const asleep = makeTurns('asleep')(() => new Promise(() => {})).catch((error: Error) => error.name)
  await tick()
  expect(await makeTurns('asleep', navigator.locks, 20)(async () => true)).toBe(true)
  expect(await asleep).toBe('AbortError')
})

test('where the browser has no locks, everybody has the turn', async () => {
  expect(await makeTurns('none', undefined as never)(async () => true)).toBe(true)
})

test('waits double up to a minute, and no two phones wait alike', () => {
  const waits = Array.from({ length: 40 }, (_, tries) => backoff(tries))
  expect(waits[0]).toBeGreaterThanOrEqual(250)
  expect(waits[0]).toBeLessThanOrEqual(750)
  expect(Math.max(...waits)).toBeLessThanOrEqual(90_000)
  expect(Math.min(...waits.slice(10))).toBeGreaterThanOrEqual(30_000)
  expect(new Set(waits).size).toBe(40)
})
