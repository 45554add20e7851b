import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

// A test is on SQLite unless its project says otherwise; packages/database reads this when it is first imported.
delete process.env.DATABASE_URL

const onADatabase = [
  'packages/database/src/**/*.test.ts',
  'packages/testkit/src/**/*.test.ts',
  'apps/server/src/**/*.test.ts',
]
/** As in apps/web/vite.config.ts; the plugin's types do not know this option of the compiler. */
const asBuilt: object = { inlineStyles: false }

const onPostgresOnly = '**/*.pg.test.ts'
/** The browser's side against a real server: with Node's conditions, not a browser's. */
const acrossTheLine = 'apps/web/src/**/*.real.test.ts'
const withProcesses = '**/*.process.test.ts'

export default defineConfig({
  test: {
    retry: 0,
    allowOnly: false,
    expect: { requireAssertions: true },
    // Real servers and sockets on a slow shared machine: a test that hangs is still found, one that waits its turn is not failed.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Where a project does not isolate, its files share a worker's modules: loading the server anew costs more than most of its tests.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['packages/{contract,policy,language}/src/**/*.test.ts', 'scripts/**/*.test.ts'],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        plugins: [solid({ hot: false, solid: asBuilt })],
        test: {
          name: 'web',
          include: ['packages/design/src/**/*.test.{ts,tsx}', 'apps/web/src/**/*.test.{ts,tsx}'],
          exclude: [acrossTheLine],
          environment: 'happy-dom',
        },
      },
      {
        extends: true,
        test: {
          name: 'sqlite',
          include: [...onADatabase, acrossTheLine],
          exclude: [onPostgresOnly, withProcesses],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: 'postgres',
          include: onADatabase,
          exclude: [withProcesses],
          isolate: false,
          // The setup starts a server and makes a template; each test asks the testkit for a copy of its own.
          env: { DATABASE_URL: 'postgres://template' },
          globalSetup: 'packages/testkit/src/postgres-setup.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'processes',
          include: ['apps/server/src/**/*.process.test.ts'],
          // They start servers and hold them to seconds: after all others, and one at a time.
          sequence: { groupOrder: 1 },
          maxWorkers: 1,
          testTimeout: 300_000,
        },
      },
    ],
  },
})
