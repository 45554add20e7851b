import { join } from 'node:path'
import { CONTRACT_HEADER, CONTRACT_VERSION, type Locale, type Role } from '@academy/contract'
import type { ChildAcademy } from '@academy/testkit/child'
import { type District, fillDistrict } from '@academy/testkit/district'
import AxeBuilder from '@axe-core/playwright'
import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test'
import { createWatch, type Watch } from './watch.ts'

export { cutLine } from './watch.ts'
export { expect }

/** The devices people have: a cheap phone, a school's computer, the screen in the hall. */
const DEVICES = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
  wall: { viewport: { width: 1920, height: 1080 } },
} satisfies Record<string, BrowserContextOptions>

const BROWSER_LOCALES: Record<Locale, string> = { kk: 'kk-KZ', ru: 'ru-RU', en: 'en-GB' }

export interface Person {
  page: Page
  context: BrowserContext
}

export interface Setting {
  locale?: Locale
  device?: keyof typeof DEVICES
  zone?: string
}

interface Fixtures {
  /** What the academy of this journey is started with besides. */
  settings: Record<string, string>
  /** An academy of this file's own: what journeys of other files leave behind is not there. */
  academy: ChildAcademy
  watch: Watch
  /** Somebody with a browser of their own: signed in by the demo's door for their role, or a stranger. */
  person(who: Role | 'stranger', setting?: Setting): Promise<Person>
}

interface WorkerFixtures {
  database: 'sqlite' | 'postgres'
  district: District
  /** The academy that stands open; a new one takes its place when another file begins, or other settings are asked for. */
  standing: { for: string; academy?: ChildAcademy }
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  database: ['sqlite', { option: true, scope: 'worker' }],

  district: [
    async ({ database }, use) => {
      const district = await fillDistrict(database)
      await use(district)
      await district.close()
    },
    { scope: 'worker', timeout: 60_000 },
  ],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from the pattern.
  settings: async ({}, use) => use({}),

  standing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for from the pattern.
    async ({}, use) => {
      const standing: WorkerFixtures['standing'] = { for: '' }
      await use(standing)
      await standing.academy?.close()
    },
    { scope: 'worker' },
  ],

  academy: async ({ district, settings, standing }, use, info) => {
    const wanted = `${info.file} ${JSON.stringify(settings)}`
    if (!standing.academy || standing.for !== wanted) {
      await standing.academy?.close()
      standing.academy = await district.open(settings)
      standing.for = wanted
    }
    await use(standing.academy)
  },

  baseURL: async ({ academy }, use) => use(academy.url),

  watch: [
    async ({ academy }, use, info) => {
      const watch = createWatch()
      const before = academy.log().length
      await use(watch)
      if (info.status !== info.expectedStatus) {
        await info.attach('server log', { body: academy.log().slice(before) || 'silent', contentType: 'text/plain' })
      }
      expect(watch.faults(), 'console errors, CSP violations, faults and requests to others').toEqual([])
    },
    { auto: true },
  ],

  context: async ({ context, academy, watch }, use) => {
    await watch.over(context, academy.url)
    await use(context)
  },

  person: async ({ browser, academy, watch }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (who, { locale = 'kk', device = 'phone', zone = 'Asia/Almaty' } = {}) => {
      const context = await browser.newContext({
        ...DEVICES[device],
        baseURL: academy.url,
        locale: BROWSER_LOCALES[locale],
        timezoneId: zone,
        reducedMotion: 'reduce',
      })
      contexts.push(context)
      await watch.over(context, academy.url)
      if (who !== 'stranger') await enter(context, academy, who)
      return { context, page: await context.newPage() }
    })
    for (const context of contexts) await context.close()
  },
})

/** Through the demo's door, by the same call that its button makes. */
async function enter(context: BrowserContext, academy: ChildAcademy, role: Role): Promise<void> {
  const answer = await context.request.post(`${academy.url}/trpc/members.enterDemo`, {
    data: { role },
    headers: { origin: academy.url, [CONTRACT_HEADER]: String(CONTRACT_VERSION) },
  })
  if (!answer.ok())
    throw new Error(`The demo's door did not open for ${role}: ${answer.status()} ${await answer.text()}`)
}

/** A screenshot for whoever looks at them: SHOTS=folder pnpm journeys. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
}

/** WCAG 2.2 AA as far as a machine can see it. */
export async function axe(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.target.join(' ')) }))
  expect(found, `what axe finds on ${page.url()}`).toEqual([])
}
