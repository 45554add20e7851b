import { ROLES, type Role } from '@academy/contract'
import type { Store } from '@academy/database'
import { openHouse, refusal } from '@academy/testkit/house'
import { afterEach, describe, expect, test } from 'vitest'
import { greet } from './greeting.ts'
import { fillDemo } from './index.ts'
import { settleMode } from './mode.ts'

type Config = Parameters<typeof settleMode>[1]
const config = (more: Partial<Config>): Config => ({
  port: 0,
  host: '127.0.0.1',
  dataDirectory: '',
  databaseUrl: '',
  mode: undefined,
  demoPublic: false,
  origin: undefined,
  secure: false,
  proxies: 0,
  smtpUrl: undefined,
  mailFrom: undefined,
  logLevel: 'silent',
  ...more,
})

describe('the demo district', () => {
  test('has thirty schools marked as demo, half of them small and attached to a support school', async () => {
    await using house = await openHouse({ mode: 'demo' })
    await fillDemo(house, house.db)
    const everywhere = { placeId: house.map.region, search: '', limit: 100, cursor: null }
    const demo = (await house.places.schoolsOf(everywhere)).items.filter((school) => school.demo)
    expect(demo).toHaveLength(30)
    const schools = await Promise.all(demo.map(({ id }) => house.places.place(id)))
    for (const { above, school } of schools) {
      expect(above.map(({ kind }) => kind).filter((kind) => kind !== 'okrug')).toEqual([
        'region',
        'district',
        'village',
      ])
      expect(school?.officialName?.kk).toMatch(/\(демо\)$/)
      if (school?.isSmall) expect(school.supportSchool).not.toBeNull()
    }
    expect(schools.filter(({ school }) => school?.isSmall)).toHaveLength(15)
    expect(schools.filter(({ school }) => (school?.attached ?? 0) > 0).map(({ name }) => name.kk)).toEqual([
      'Ақмол ауылының № 1 мектебі',
      'Қабанбай батыр ауылының № 1 мектебі',
      'Софиевка ауылының мектебі',
      'Талапкер ауылының № 1 мектебі',
    ])
  })

  test('is entered by one press as each role, and not by a password', async () => {
    await using house = await openHouse({ mode: 'demo' })
    await fillDemo(house, house.db)
    const { demo } = await house.browser().as((api) => api.members.entry())
    expect(demo.map(({ role }) => role)).toEqual([...ROLES])
    for (const role of ROLES) {
      const phone = house.browser()
      await phone.as((api) => api.members.enterDemo({ role }))
      const { me } = await phone.as((api) => api.members.who())
      expect(me).toMatchObject({ demo: true, roles: [{ role }], loginName: null, email: null })
      const leave = phone.as((api) => api.members.deleteMe({ password: 'кез келген' }))
      expect(await refusal(leave)).toEqual({ code: 'refused' })
    }
  })

  test('open to the world it has no door for administrators and officers', async () => {
    await using house = await openHouse({ mode: 'demo', open: true })
    await fillDemo(house, house.db)
    const { demo } = await house.browser().as((api) => api.members.entry())
    expect(demo.map(({ role }) => role)).not.toContain('administrator')
    expect(demo).toHaveLength(ROLES.length - 2)
    for (const role of ['administrator', 'district-officer'] as Role[]) {
      const phone = house.browser()
      expect(await refusal(phone.as((api) => api.members.enterDemo({ role })))).toEqual({ code: 'not-found' })
      expect((await phone.who()).actor.kind).toBe('stranger')
    }
  })

  test('is no way into a production, whatever its tables hold', async () => {
    await using house = await openHouse({ mode: 'production' })
    await fillDemo(house, house.db)
    expect((await house.browser().as((api) => api.members.entry())).demo).toEqual([])
    const press = house.browser().as((api) => api.members.enterDemo({ role: 'teacher' }))
    expect(await refusal(press)).toEqual({ code: 'not-found' })
  })

  test('greets whoever starts it with the address and who can be entered', async () => {
    await using house = await openHouse({ mode: 'demo' })
    await fillDemo(house, house.db)
    const rooms = { address: () => 'http://localhost:3000', members: house.members }
    const lines = (await greet(rooms, 'demo')).join('\n')
    expect(lines).toContain('http://localhost:3000')
    expect(lines).toContain('Айнұр Үлгі')
    expect(lines).toContain('мұғалім · учитель · teacher')
    expect((await greet(rooms, 'production')).join('\n')).not.toContain('Үлгі')
  })
})

describe('what a database is, is decided once', () => {
  const opened: { [Symbol.asyncDispose](): Promise<void> }[] = []
  afterEach(async () => {
    for (const house of opened.splice(0)) await house[Symbol.asyncDispose]()
  })
  const database = async (): Promise<Store> => {
    const house = await openHouse()
    opened.push(house)
    return house.db
  }

  test('a new one is a demo unless said otherwise, and stays what it became', async () => {
    const db = await database()
    expect(await settleMode(db, config({}))).toEqual({ mode: 'demo', unfilled: true })
    expect(await settleMode(db, config({}))).toEqual({ mode: 'demo', unfilled: true })
    await expect(settleMode(db, config({ mode: 'production' }))).rejects.toThrow('demo district')
  })

  test('a production one is never opened as a demo', async () => {
    const db = await database()
    expect(await settleMode(db, config({ mode: 'production', host: '0.0.0.0' }))).toEqual({
      mode: 'production',
      unfilled: false,
    })
    expect((await settleMode(db, config({}))).mode).toBe('production')
    await expect(settleMode(db, config({ mode: 'demo' }))).rejects.toThrow('production database')
  })

  test('a demo listens to this machine only, unless it is opened on purpose', async () => {
    const db = await database()
    await expect(settleMode(db, config({ host: '0.0.0.0' }))).rejects.toThrow('ACADEMY_DEMO_PUBLIC=1')
    expect((await settleMode(db, config({ host: '0.0.0.0', demoPublic: true }))).mode).toBe('demo')
  })
})
