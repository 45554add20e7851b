import { rmSync } from 'node:fs'
import { CONSENT_TEXT, type Id, type Locale, newId, type Role, type RoleHeld } from '@academy/contract'
import { openStore } from '@academy/database'
import { buildServer, type ServerOptions } from '@academy/server/build-server'
import { addDemoMember } from '@academy/server/members/index'
import { addPlaces, newPlace } from '@academy/server/places/index'
import { type FreshDatabase, freshDatabase } from './database.ts'
import { testFolder } from './folder.ts'
import { Person } from './person.ts'

export interface AcademyOptions extends Pick<ServerOptions, 'clock' | 'rates' | 'rooms' | 'pages' | 'mode'> {
  /** The address people see, when it is not the one listened at. */
  origin?: string
  proxies?: number
  /** Another database than an empty one; it is dropped with the academy. */
  database?: FreshDatabase
}

export type Academy = Awaited<ReturnType<typeof openAcademy>>

/**
 * A whole academy on a database and a port of its own: the real server, sockets and rooms, with a district and two schools.
 *
 *     await using academy = await openAcademy()
 *     const amina = await academy.person('teacher')
 */
export async function openAcademy(options: Partial<AcademyOptions> = {}) {
  const database = options.database ?? (await freshDatabase())
  const dataDirectory = testFolder('data')
  const db = await openStore({ url: database.url, migrations: 'check' })
  const { app, rooms, sockets, routes } = await buildServer({
    db,
    mode: options.mode ?? 'demo',
    pages: options.pages ?? false,
    // Tests storm on purpose; those about limits bring their own.
    rates: options.rates ?? { calls: 100_000, strangers: 100_000 },
    ...(options.clock ? { clock: options.clock } : {}),
    ...(options.rooms ? { rooms: options.rooms } : {}),
    config: {
      port: 0,
      host: '127.0.0.1',
      dataDirectory,
      databaseUrl: database.url,
      mode: options.mode ?? 'demo',
      demoPublic: false,
      origin: options.origin,
      secure: options.origin?.startsWith('https:') ?? false,
      proxies: options.proxies ?? 0,
      smtpUrl: undefined,
      mailFrom: undefined,
      logLevel: 'silent',
    },
  })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  const settle = () => rooms.streams.settled()
  const people: Person[] = []

  const at = new Date()
  const region = await rooms.places.firstRegion()
  const [district] = (await rooms.places.children({ placeId: region, limit: 1, cursor: null })).items
  const districtId = district?.id as Id
  const path = [region, districtId]
  const school = (name: string) =>
    newPlace(
      {
        id: newId(),
        kind: 'school',
        parentId: districtId,
        name: { kk: name, ru: name, en: name },
        kato: null,
        school: { officialName: null, type: 'general', isSmall: true, languages: ['kk'], supportSchoolId: null },
        demo: true,
        at,
      },
      path,
    )
  const [near, far] = [school('Үлгі мектебі'), school('Алыс мектеп')]
  await db.write((tx) => addPlaces(tx, [near, far]))
  const places = { region, district: districtId, school: near.id, otherSchool: far.id }

  /** Where a role is held unless a test says otherwise. */
  const usualPlace = (role: Role): Id =>
    role === 'administrator'
      ? places.region
      : role === 'district-officer' || role === 'programme-partner'
        ? places.district
        : places.school

  async function member(name: string, roles: readonly RoleHeld[], locale: Locale = 'kk'): Promise<Person> {
    const id = newId()
    const consent = { id: newId(), textVersion: CONSENT_TEXT }
    await db.write((tx) => addDemoMember(tx, { id, name, locale, roles, consent, at: new Date() }))
    const cookies = await rooms.members.openLogin(id)
    const cookie = cookies.map((line) => line.slice(0, line.indexOf(';'))).join('; ')
    const person = new Person({ url, settle }, { id, name, cookie })
    people.push(person)
    return person
  }

  return {
    app,
    url,
    db,
    rooms,
    sockets,
    routes,
    places,
    dataDirectory,
    databaseUrl: database.url,
    settle,
    /** Somebody with an account and one role, signed in. */
    person: (role: Role, { name = `Үлгі ${role}`, placeId = usualPlace(role) }: { name?: string; placeId?: Id } = {}) =>
      member(name, [{ role, placeId }]),
    member,
    /** Somebody who has just opened a link. */
    stranger(): Person {
      const person = new Person({ url, settle }, { id: '', name: '' })
      people.push(person)
      return person
    },
    async [Symbol.asyncDispose](): Promise<void> {
      for (const person of people) person.close()
      await app.close()
      await database.drop()
      rmSync(dataDirectory, { recursive: true, force: true })
    },
  }
}
