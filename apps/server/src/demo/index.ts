import type { Member } from '@academy/contract'
import type { Store } from '@academy/database'
import { fillLive } from '../live/index.ts'
import type { Rooms } from '../open-rooms.ts'
import { fillPractices } from '../practices/index.ts'
import { fillRooms } from '../rooms/index.ts'
import { type DemoPerson, fillPeople } from './people.ts'
import { fillPlaces } from './places.ts'

export { greet } from './greeting.ts'

/** The school year began on the first of September: the demo looks as if people came then. */
const SINCE = 84 * 24 * 3600_000

/** Fills a new database with the demo district, its people and what they share. */
export async function fillDemo(
  rooms: Pick<Rooms, 'places'> & Partial<Pick<Rooms, 'live'>>,
  db: Store,
  now = new Date(),
): Promise<void> {
  const since = new Date(now.getTime() - SINCE)
  const region = await rooms.places.firstRegion()
  const [district] = (await rooms.places.children({ placeId: region, limit: 1, cursor: null })).items
  if (!district) throw new TypeError('the pilot region has no district')
  const schools = await fillPlaces(db, { id: district.id, path: [region, district.id] }, since)
  const people = await fillPeople(db, { region, district: district.id, schools }, since)
  const teachers = people.filter(({ role }) => role === 'teacher')
  await fillPractices({ db, now }, { teachers })
  await fillRooms({ db, places: rooms.places, now, since }, { district: district.id, schools, people })
  const { live } = rooms
  const host = people.find(({ role }) => role === 'school-leader')
  if (!live || !host) return
  const askers = people.filter(({ placeId, role }) => placeId === host.placeId && role !== 'school-leader')
  await fillLive({ db, live, now }, { host: memberOf(host), askers: askers.map(memberOf), schoolId: host.placeId })
}

const memberOf = ({ id, name, role, placeId }: DemoPerson): Member => ({
  kind: 'member',
  id,
  name,
  roles: [{ role, placeId }],
})
