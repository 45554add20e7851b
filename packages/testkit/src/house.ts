import { rmSync } from 'node:fs'
import { join } from 'node:path'
import {
  AcademyError,
  CONSENT_TEXT,
  CONTRACT_VERSION,
  type Id,
  newId,
  type Refusal,
  type Role,
} from '@academy/contract'
import { openStore, type Store } from '@academy/database'
import { createMembers, type Letter, type MembersRoomDeps } from '@academy/server/members/index'
import { addPlaces, createPlaces, newPlace } from '@academy/server/places/index'
import { createCommands } from '@academy/server/platform/commands'
import { createDeeds } from '@academy/server/platform/deeds'
import { openKeys } from '@academy/server/platform/keys'
import { createPersonal } from '@academy/server/platform/personal'
import { createStreams } from '@academy/server/platform/streams'
import { type Context, createCaller, router } from '@academy/server/platform/trpc'
import { freshDatabase } from './database.ts'
import { testFolder } from './folder.ts'

type Options = Partial<Pick<MembersRoomDeps, 'mode' | 'wrongPasswords'>> & {
  secure?: boolean
  open?: boolean
  mail?: boolean
}

const DAY = 24 * 3600_000

/** Members and places on a real database, entered by their router as a browser would, with a clock that can be turned. */
export async function openHouse(options: Options = {}) {
  const fresh = await freshDatabase()
  const folder = testFolder('house')
  const db = await openStore({ url: fresh.url })
  let ahead = 0
  const clock = { now: () => new Date(Date.now() + ahead) }
  const faults: unknown[] = []
  const onFault = (error: unknown) => void faults.push(error)
  const keys = openKeys(join(folder, 'keys'))
  const streams = createStreams({ read: db.read, now: clock.now, onFault })
  const commands = createCommands(keys.take('commands'))
  const doDeed = createDeeds({ db, commands, streams })
  const personal = createPersonal()
  streams.register(personal.streamKind)
  const base = { db, clock, keys, commands, doDeed, personal, onFault }

  const letters: Letter[] = []
  const places = createPlaces(base)
  const members = createMembers({
    ...base,
    places,
    mode: options.mode ?? 'production',
    config: {
      secure: options.secure ?? false,
      demoPublic: options.open ?? false,
      smtpUrl: undefined,
      mailFrom: undefined,
    },
    address: () => 'https://academy.example.kz',
    ...(options.mail === false
      ? {}
      : { mail: { works: true, send: async (letter: Letter) => void letters.push(letter) } }),
    ...(options.wrongPasswords ? { wrongPasswords: options.wrongPasswords } : {}),
  })
  const ended: Id[] = []
  const rechecked: Id[] = []
  members.hooks.onLoginEnded.push((ids) => void ended.push(...ids))
  members.hooks.onMembershipEnded.push((id) => void rechecked.push(id))

  const map = await drawMap(db)
  const call = createCaller(router({ members: members.router, places: places.router }))

  /** Somebody at a browser of their own, with its cookies. */
  function browser(userAgent = 'Mozilla/5.0 (Linux; Android 14) Chrome/130.0 Mobile Safari/537.36', ip = '10.0.0.1') {
    const cookies = new Map<string, string>()
    const set: string[] = []
    const take = (line: string) => {
      set.push(line)
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (pair.endsWith('=')) cookies.delete(name)
      else cookies.set(name, pair)
    }
    const cookieHeader = () => [...cookies.values()].join('; ') || undefined
    const context = async (): Promise<Context> => ({
      ...(await members.identify(cookieHeader())),
      carrier: 'http',
      ip,
      cookieHeader: cookieHeader(),
      userAgent,
      contract: CONTRACT_VERSION,
      as: undefined,
      setCookie: take,
    })
    type Api = ReturnType<typeof call>
    return {
      set,
      take,
      cookieHeader,
      /** Looks up who this is anew for every call, as the server does. */
      async as<T>(ask: (api: Api) => Promise<T>): Promise<T> {
        return ask(call(await context()))
      },
      who: async () => members.identify(cookieHeader()),
    }
  }
  type Browser = ReturnType<typeof browser>

  async function inviteAs(inviter: Browser, role: Role, placeId: Id, more: object = {}) {
    return inviter.as((api) => api.members.invite({ id: newId(), role, placeId, ...more }))
  }

  let people = 0
  async function accept(token: string, more: object = {}, at = browser()) {
    const n = ++people
    const form = {
      id: newId(),
      token,
      name: `Үлгі Адам ${n}`,
      loginName: `ulgi.adam${n}`,
      password: `бүркіт ${n} тау`,
      consent: { textVersion: CONSENT_TEXT },
      locale: 'kk' as const,
      sharedPhone: false,
      ...more,
    }
    const done = await at.as((api) => api.members.accept(form))
    return { ...form, done, browser: at }
  }

  /** The first administrator, come in by the command line's link. */
  async function administrator() {
    const text = await members.inviteAdministrator()
    return accept(text.slice(text.lastIndexOf('/') + 1))
  }

  return {
    db,
    keys,
    members,
    places,
    streams,
    map,
    letters,
    faults,
    ended,
    rechecked,
    browser,
    inviteAs,
    accept,
    administrator,
    later: (ms: number) => {
      ahead += ms
    },
    days: (n: number) => n * DAY,
    async [Symbol.asyncDispose]() {
      await streams.settled()
      await db.close()
      await fresh.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export type House = Awaited<ReturnType<typeof openHouse>>

/** What a call was refused with; fails when it was not refused. */
export async function refusal(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call
  } catch (error) {
    const { cause } = error as Error
    if (error instanceof AcademyError) return { code: error.code, ...error.details }
    if (cause instanceof AcademyError) return { code: cause.code, ...cause.details }
    if ((error as { code?: string }).code === 'BAD_REQUEST') return { code: 'bad-input' }
    throw error
  }
  throw new TypeError('it was not refused')
}

/** A school leader and a teacher of the map's school, each invited by the one above. */
export async function staff(house: House) {
  const admin = await house.administrator()
  const leader = await house.accept((await house.inviteAs(admin.browser, 'school-leader', house.map.school)).token)
  const teacher = await house.accept((await house.inviteAs(leader.browser, 'teacher', house.map.school)).token)
  return { admin, leader, teacher }
}

/** A region, two districts and three schools. */
async function drawMap(db: Store) {
  const ids = {
    region: newId(),
    district: newId(),
    otherDistrict: newId(),
    school: newId(),
    neighbour: newId(),
    far: newId(),
  }
  const at = new Date()
  const named = (kk: string) => ({ kk, ru: kk, en: kk })
  const school = {
    officialName: null,
    type: 'general' as const,
    isSmall: false,
    languages: ['kk' as const],
    supportSchoolId: null,
  }
  const common = { kato: null, demo: false, at }
  const district = (id: Id, name: string) =>
    newPlace({ id, kind: 'district', parentId: ids.region, name: named(name), school: null, ...common }, [ids.region])
  const schoolIn = (id: Id, parentId: Id, name: string) =>
    newPlace({ id, kind: 'school', parentId, name: named(name), school, ...common }, [ids.region, parentId])
  await db.write((tx) =>
    addPlaces(tx, [
      newPlace(
        { id: ids.region, kind: 'region', parentId: null, name: named('Үлгі облысы'), school: null, ...common },
        [],
      ),
      district(ids.district, 'Үлгі ауданы'),
      district(ids.otherDistrict, 'Басқа аудан'),
      schoolIn(ids.school, ids.district, 'Үлгі мектебі'),
      schoolIn(ids.neighbour, ids.district, 'Көрші мектеп'),
      schoolIn(ids.far, ids.otherDistrict, 'Алыс мектеп'),
    ]),
  )
  return ids
}
