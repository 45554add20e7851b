import type { Id, Member, Role, RoleHeld, Trilingual } from '@academy/contract'
import type { MembersDeps } from './shared.ts'
import * as store from './store.ts'

/** How somebody is shown beside what they wrote. */
export interface Profile {
  name: string
  role: Role | null
  /** The village of their school, or the place itself where there is no village. */
  place: Trilingual | null
}

/** What people say of themselves first, where somebody holds several roles. */
const MAIN: readonly Role[] = [
  'school-leader',
  'teacher',
  'parent',
  'trainer',
  'mentor',
  'district-officer',
  'programme-partner',
  'room-moderator',
  'administrator',
]

const mainOf = (held: readonly RoleHeld[]): RoleHeld | undefined =>
  [...held].sort((a, b) => MAIN.indexOf(a.role) - MAIN.indexOf(b.role))[0]

export function createProfiles({ db, places }: Pick<MembersDeps, 'db' | 'places'>) {
  async function villagesOf(placeIds: readonly Id[]): Promise<Map<Id, Trilingual>> {
    const paths = new Map<Id, readonly Id[]>()
    for (const id of new Set(placeIds)) paths.set(id, (await places.pathOf(id)) ?? [id])
    const briefs = await places.briefs([...new Set([...paths.values()].flat())])
    const villages = new Map<Id, Trilingual>()
    for (const [id, path] of paths) {
      const village = path.find((step) => briefs.get(step)?.kind === 'village')
      const place = briefs.get(village ?? id)
      if (place) villages.set(id, place.name)
    }
    return villages
  }

  /** Of those who still have an account. */
  async function profilesOf(ids: readonly Id[]): Promise<Map<Id, Profile>> {
    const [rows, roles] = await Promise.all([store.findMembers(db.read, ids), store.rolesOfMany(db.read, ids)])
    const main = new Map(rows.map(({ id }) => [id, mainOf(roles.get(id) ?? [])]))
    const villages = await villagesOf([...main.values()].flatMap((held) => held?.placeId ?? []))
    return new Map(
      rows.flatMap(({ id, name }) => {
        const held = main.get(id)
        const place = villages.get(held?.placeId ?? '') ?? null
        return name === null ? [] : [[id, { name, role: held?.role ?? null, place }]]
      }),
    )
  }

  /** Somebody with the roles they hold now, where there is no login to ask. */
  async function memberOf(id: Id): Promise<Member | undefined> {
    const [row, roles] = await Promise.all([store.findMember(db.read, id), store.rolesOf(db.read, id)])
    return row?.name ? { kind: 'member', id, name: row.name, roles } : undefined
  }

  return { profilesOf, memberOf }
}
