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
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    launchOptions: await chromiumLaunch(),
    trace: 'retain-on-failure',
    contextOptions: { reducedMotion: 'reduce' },
    timezoneId: 'Asia/Almaty',
    locale: 'kk-KZ',
  },
  projects: [{ name: 'journeys' }, { name: 'journeys-postgres', grep: /@postgres/, use: { database: 'postgres' } }],
})
