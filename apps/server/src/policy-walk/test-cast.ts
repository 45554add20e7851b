import { CONSENT_TEXT, type Id, newId, type PlacePath, type Role } from '@academy/contract'
import { type Academy, openAcademy } from '@academy/testkit'
import { addPlaces, newPlace } from '../places/index.ts'
import { createRate } from '../platform/rate.ts'
import * as tables from '../tables.ts'

/** Everybody who may come, by the letter the tables know them by. */
export const ROLE_OF = {
  P: 'parent',
  T: 'teacher',
  L: 'school-leader',
  R: 'trainer',
  M: 'mentor',
  O: 'room-moderator',
  D: 'district-officer',
  F: 'programme-partner',
  A: 'administrator',
} as const satisfies Record<string, Role>
/** G is a guest of live sessions, S a stranger. */
export type Letter = keyof typeof ROLE_OF | 'G' | 'S'
export const MEMBERS = Object.keys(ROLE_OF) as (keyof typeof ROLE_OF)[]
export const EVERYBODY: readonly Letter[] = [...MEMBERS, 'G', 'S']

export interface Who {
  letter: Letter
  /** Empty for strangers. */
  id: Id
  cookie: string | undefined
  loginName: string
  email: string
  /** Where their role is held. */
  place: Id
}

export interface Place {
  id: Id
  path: PlacePath
  /** The district it lies in. */
  above: Id
  /** A teacher there: what is nobody's own belongs to them. */
  teacher: Id
}

export const PASSWORD = 'бүркіт тау 12'

export type World = Awaited<ReturnType<typeof openWorld>>

/** An academy with three schools: where all stand, another one of the district, and one in another district. */
export async function openWorld() {
  const boundless = () => createRate(1_000_000, 60)
  const academy = await openAcademy({
    pages: true,
    rooms: {
      members: {
        mail: { works: true, send: async () => {} },
        wrongPasswords: { perName: boundless(), perAddress: boundless(), everywhere: boundless() },
      },
      live: { wrongCodesPerHour: 100_000 },
      rooms: { pace: { atOnce: 100_000, perMinute: 100_000 } },
    },
  })
  const { region, district, school, otherSchool } = academy.places
  const [elsewhere, farSchool] = [newId(), newId()]
  const made = { kato: null, demo: true, at: new Date() }
  const named = (kk: string) => ({ kk, ru: kk, en: kk })
  const likeASchool = {
    officialName: null,
    type: 'general' as const,
    isSmall: true,
    languages: ['kk' as const],
    supportSchoolId: null,
  }
  await academy.db.write((tx) =>
    addPlaces(tx, [
      newPlace(
        { id: elsewhere, kind: 'district', parentId: region, name: named('Басқа аудан'), school: null, ...made },
        [region],
      ),
      newPlace(
        {
          id: farSchool,
          kind: 'school',
          parentId: elsewhere,
          name: named('Шеткі мектеп'),
          school: likeASchool,
          ...made,
        },
        [region, elsewhere],
      ),
    ]),
  )
  const passwordHash = await hashOfPassword(academy)

  let people = 0
  /** Somebody with an account, or what is left of it. */
  async function member(roles: { role: Role; placeId: Id }[], { inviterId = '', erased = false } = {}) {
    const n = ++people
    const who = { id: newId(), loginName: `adam.${n}`, email: `adam.${n}@example.kz` }
    const at = new Date()
    await academy.db.write(async (tx) => {
      if (erased) {
        await tx.insert(tables.members).values({ id: who.id, nameKey: '', locale: 'kk', createdAt: at, erasedAt: at })
        return
      }
      const name = `Үлгі Адам ${n}`
      await tx
        .insert(tables.members)
        .values({ ...who, name, nameKey: name, locale: 'kk', inviterId: inviterId || null, createdAt: at })
      await tx.insert(tables.consents).values({ id: newId(), memberId: who.id, textVersion: CONSENT_TEXT, at })
      await tx.insert(tables.credentials).values({
        id: newId(),
        memberId: who.id,
        providerId: 'credential',
        accountId: who.id,
        password: passwordHash,
        createdAt: at,
        updatedAt: at,
      })
      for (const role of roles) await tx.insert(tables.memberRoles).values({ memberId: who.id, ...role, since: at })
    })
    return who
  }

  const where: Record<string, Id> = { A: region, D: district, F: district }
  const cookieOf = (lines: readonly string[]) => lines.map((line) => line.slice(0, line.indexOf(';'))).join('; ')

  /** Somebody new of that letter, at a browser of their own. */
  async function someone(letter: Letter): Promise<Who> {
    if (letter === 'S') return { letter, id: '', cookie: undefined, loginName: '', email: '', place: school }
    if (letter === 'G') {
      const guest = await academy.rooms.members.newGuest()
      return { letter, id: guest.id, cookie: cookieOf([guest.cookie]), loginName: '', email: '', place: school }
    }
    const place = where[letter] ?? school
    const who = await member([{ role: ROLE_OF[letter], placeId: place }])
    return { letter, ...who, place, cookie: cookieOf(await academy.rooms.members.openLogin(who.id)) }
  }

  const placeAt = async (id: Id, above: Id): Promise<Place> => ({
    id,
    path: [region, above, id],
    above,
    teacher: (await member([{ role: 'teacher', placeId: id }])).id,
  })

  return {
    academy,
    member,
    someone,
    here: await placeAt(school, district),
    near: await placeAt(otherSchool, district),
    far: await placeAt(farSchool, elsewhere),
    cast: new Map(await Promise.all(EVERYBODY.map(async (letter) => [letter, await someone(letter)] as const))),
    chief: await chiefOf(academy),
    /** Is nobody's in any of the tables: a demo member whom the demo's door leads to. */
    demoParent: await academy.person('parent'),
  }
}

/** An administrator, to make what the tries need. */
async function chiefOf(academy: Academy) {
  const { id, name } = await academy.person('administrator')
  const roles = [{ role: 'administrator' as const, placeId: academy.places.region }]
  return { kind: 'member' as const, id, name, roles }
}

/** The hash of everybody's password, made once, by the academy itself. */
async function hashOfPassword(academy: Academy): Promise<string> {
  const leader = await academy.person('school-leader')
  const invite = { id: newId(), role: 'parent' as const, placeId: academy.places.school }
  const { token } = await leader.rpc.members.invite.mutate(invite)
  await academy.stranger().rpc.members.accept.mutate({
    id: newId(),
    token,
    name: 'Үлгі',
    loginName: 'ulgi',
    password: PASSWORD,
    consent: { textVersion: CONSENT_TEXT },
    locale: 'kk',
    sharedPhone: false,
  })
  const [kept] = await academy.db.read.select().from(tables.credentials)
  if (!kept?.password) throw new TypeError('a member has a password')
  return kept.password
}
