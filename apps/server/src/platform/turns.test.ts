import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createTurns } from './turns.ts'

test('of many that come at once so many go on, in their order, and one that fails holds up nobody', async () => {
  const inTurn = createTurns(2)
  let now = 0
  let most = 0
  const order: number[] = []
  const all = Array.from({ length: 9 }, (_, n) =>
    inTurn(async () => {
      most = Math.max(most, ++now)
      order.push(n)
      await pause(0)
      now--
      if (n % 3 === 0) throw new TypeError('no')
      return n
    }),
  )
  const came = await Promise.allSettled(all)
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  expect(came.map((it) => (it.status === 'fulfilled' ? it.value : 'failed'))).toEqual([
    'failed',
    1,
    2,
    'failed',
    4,
    5,
    'failed',
    7,
    8,
  ])
  expect(await inTurn(async () => 'after')).toBe('after')
})
