/** How many tests passed, failed and were skipped; `failures` names what failed. */
export interface Count {
  passed: number
  failed: number
  skipped: number
  failures: string[]
}

export const nothing: Count = { passed: 0, failed: 0, skipped: 0, failures: [] }

export const sum = (counts: Count[]): Count =>
  counts.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: all.skipped + one.skipped,
      failures: [...all.failures, ...one.failures],
    }),
    nothing,
  )

export interface VitestReport {
  testResults: {
    name: string
    status: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

/** A file that fails without a failed test (it could not be loaded, its clean-up broke) counts as one failure. */
export function countVitest(report: VitestReport): Count {
  return sum(
    report.testResults.map((file) => {
      const of = (...states: string[]) => file.assertionResults.filter((test) => states.includes(test.status))
      const failures = of('failed').map((test) => `${file.name}: ${test.fullName}`)
      if (file.status === 'failed' && failures.length === 0) failures.push(file.name)
      return {
        passed: of('passed').length,
        failed: failures.length,
        skipped: of('skipped', 'pending', 'todo', 'disabled').length,
        failures,
      }
    }),
  )
}

export interface PlaywrightReport {
  suites: PlaywrightSuite[]
  errors: { message?: string }[]
}
interface PlaywrightSuite {
  title: string
  suites?: PlaywrightSuite[]
  specs: { title: string; file: string; tests: { projectName: string; status: string }[] }[]
}

/** A test that passed only on a second try has failed once: here that is a failure. So is an error outside any test. */
export function countPlaywright(report: PlaywrightReport): Count {
  const inSuite = (suite: PlaywrightSuite): Count =>
    sum([
      ...(suite.suites ?? []).map(inSuite),
      ...suite.specs.flatMap((spec) =>
        spec.tests.map(({ projectName, status }): Count => {
          if (status === 'expected') return { ...nothing, passed: 1 }
          if (status === 'skipped') return { ...nothing, skipped: 1 }
          return { ...nothing, failed: 1, failures: [`${projectName} › ${spec.file}: ${spec.title}`] }
        }),
      ),
    ])
  const outside = report.errors.map(({ message }) => message?.split('\n')[0] ?? 'an error outside any test')
  return sum([...report.suites.map(inSuite), { ...nothing, failed: outside.length, failures: outside }])
}

/** What a runner's report says, held against how the runner ended: a crash, or no test at all, is a failure too. */
export function held(name: string, count: Count | undefined, endedWell: boolean): Count {
  const fail = (why: string) => sum([count ?? nothing, { ...nothing, failed: 1, failures: [`${name}: ${why}`] }])
  if (!count) return fail('it left no report')
  if (count.passed + count.failed === 0) return fail('it ran no test')
  if (!endedWell && count.failed === 0) return fail('it ended with an error although no test failed')
  return count
}

export const closingLine = ({ passed, failed, skipped }: Count) =>
  `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
