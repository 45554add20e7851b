import { expect, test } from 'vitest'
import { closingLine, countPlaywright, countVitest, held, nothing, sum } from './count.ts'

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  assertionResults: tests.map((t) => ({ status: t, fullName: `says ${t}` })),
})

test('Vitest: passed, failed and skipped tests are counted, the failed ones named', () => {
  const count = countVitest({
    testResults: [file('failed', 'passed', 'failed', 'skipped', 'todo'), file('passed', 'passed')],
  })
  expect(count).toEqual({ passed: 2, failed: 1, skipped: 2, failures: ['a.test.ts: says failed'] })
})

test('Vitest: a file that could not be loaded is a failure', () => {
  expect(countVitest({ testResults: [file('failed')] })).toMatchObject({ failed: 1, failures: ['a.test.ts'] })
  expect(countVitest({ testResults: [file('failed', 'passed')] })).toMatchObject({ passed: 1, failed: 1 })
})

const journey = (...statuses: string[]) => ({
  title: 'shell/a.spec.ts',
  specs: [],
  suites: [
    {
      title: 'inside',
      specs: statuses.map((status) => ({
        title: status,
        file: 'a.spec.ts',
        tests: [{ projectName: 'journeys', status }],
      })),
    },
  ],
})

test('Playwright: nested journeys are counted, and a flaky one has failed', () => {
  const count = countPlaywright({ suites: [journey('expected', 'unexpected', 'flaky', 'skipped')], errors: [] })
  expect(count).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
    failures: ['journeys › a.spec.ts: unexpected', 'journeys › a.spec.ts: flaky'],
  })
})

test('Playwright: an error outside any test is a failure', () => {
  const count = countPlaywright({ suites: [journey('expected')], errors: [{ message: 'no browser\n at x' }] })
  expect(count).toMatchObject({ passed: 1, failed: 1, failures: ['no browser'] })
})

test('a runner that crashed, left no report or ran nothing has failed', () => {
  expect(held('Vitest', undefined, true)).toMatchObject({ failed: 1, failures: ['Vitest: it left no report'] })
  expect(held('Vitest', nothing, true)).toMatchObject({ failed: 1, failures: ['Vitest: it ran no test'] })
  expect(held('Vitest', { ...nothing, passed: 3 }, false)).toMatchObject({ passed: 3, failed: 1 })
  expect(held('Vitest', { ...nothing, skipped: 3 }, true)).toMatchObject({ skipped: 3, failed: 1 })
  expect(held('Vitest', { ...nothing, passed: 3 }, true)).toMatchObject({ passed: 3, failed: 0 })
})

test('one plain line closes it', () => {
  expect(
    closingLine(
      sum([
        { ...nothing, passed: 2 },
        { ...nothing, passed: 3, failed: 1 },
      ]),
    ),
  ).toBe('5 passed, 1 failed')
  expect(closingLine({ ...nothing, passed: 2, skipped: 1 })).toBe('2 passed, 0 failed, 1 skipped')
})
