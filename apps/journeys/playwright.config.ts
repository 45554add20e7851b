import { defineConfig } from '@playwright/test'
import { chromiumLaunch } from './browser.ts'

const report = process.env.JOURNEYS_REPORT

/** Journeys stand in a folder per room. What is tagged @postgres is walked on PostgreSQL as well. */
export default defineConfig<object, { database: 'sqlite' | 'postgres' }>({
  testDir: '.',
  testMatch: '*/*.spec.ts',
  outputDir: 'test-results',
  reporter: [['list'], ...(report ? [['json', { outputFile: report }] as ['json', object]] : [])],
  workers: 2,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // Two browsers and two servers on two cores: a journey that hangs is still found, one that waits its turn is not failed.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    launchOptions: await chromiumLaunch(),
    // Pictures of every moment cost more than the journeys themselves; the DOM of every step is kept.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: false },
    contextOptions: { reducedMotion: 'reduce' },
    timezoneId: 'Asia/Almaty',
    locale: 'kk-KZ',
  },
  projects: [{ name: 'journeys' }, { name: 'journeys-postgres', grep: /@postgres/, use: { database: 'postgres' } }],
})
