import type { Member } from '@academy/contract'
import type { Store } from '@academy/database'
import { fillLive } from '../live/index.ts'
import type { Rooms } from '../open-rooms.ts'
import { fillPractices } from '../practices/index.ts'
import { fillRooms } from '../rooms/index.ts'
import { goOnFilling } from './filling.ts'
import { type DemoPerson, fillPeople } from './people.ts'
import { fillPlaces } from './places.ts'

export { greet } from './greeting.ts'

/** The school year began on the first of September: the demo looks as if people came then. */
const SINCE = 84 * 24 * 3600_000

/** Fills a new database with the demo district, its people and what they share; goes on where an earlier start was cut. */
export async function fillDemo(
  rooms: Pick<Rooms, 'places'> & Partial<Pick<Rooms, 'live'>>,
  db: Store,
  began = new Date(),
): Promise<void> {
  const filling = await goOnFilling(db, began)
  if (!filling) return
  const { now } = filling
  const since = new Date(now.getTime() - SINCE)
  const region = await rooms.places.firstRegion()
  const [district] = (await rooms.places.children({ placeId: region, limit: 1, cursor: null })).items
  if (!district) throw new TypeError('the pilot region has no district')
  const home = { id: district.id, path: [region, district.id] }
  const schools = await filling.step('places', (db) => fillPlaces(db, filling, home, since))
  const where = { region, district: district.id, schools }
  const people = await filling.step('people', (db) => fillPeople(db, filling, where, since))
  const teachers = people.filter(({ role }) => role === 'teacher')
  await filling.step('practices', (db) => fillPractices({ db, now, places: rooms.places }, { teachers }))
  const ground = { district: district.id, schools, people }
  await filling.step('rooms', (db) => fillRooms({ db, places: rooms.places, now, since }, ground))
  const { live } = rooms
  const host = people.find(({ role }) => role === 'school-leader')
  if (live && host) {
    const askers = people.filter(({ placeId, role }) => placeId === host.placeId && role !== 'school-leader')
    // Not a step: its deeds are commands, which are carried out once by themselves.
    const hall = { host: memberOf(host), askers: askers.map(memberOf), schoolId: host.placeId }
    await fillLive({ db, live, filling }, hall)
  }
  await filling.finish()
}

const memberOf = ({ id, name, role, placeId }: DemoPerson): Member => ({
  kind: 'member',
  id,
  name,
  roles: [{ role, placeId }],
})
