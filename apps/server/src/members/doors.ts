import { AcademyError, type DemoDoor, type EntryView, ROLES, type Role } from '@academy/contract'
import { mayEnterDemo } from '@academy/policy'
import { asking, type Logins } from './logins.ts'
import type { Caller, MembersDeps } from './shared.ts'
import { demoMembers } from './store.ts'

/** One-press entry as each role, where the database is a demo; for strangers and for the sign-in page. */
export function createDoors({ auth, db, demo, mail, places }: MembersDeps, logins: Logins) {
  /** The first member of each role that may be entered, in the order of the roles. */
  async function open(): Promise<(Omit<DemoDoor, 'place'> & { memberId: string; placeId: string })[]> {
    if (!demo.on) return []
    const found = await demoMembers(db.read)
    return ROLES.filter((role) => mayEnterDemo(role, demo)).flatMap((role) => {
      const member = found.find((m) => m.role === role)
      return member?.name ? [{ role, name: member.name, memberId: member.id, placeId: member.placeId }] : []
    })
  }

  async function doors(): Promise<DemoDoor[]> {
    const found = await open()
    const briefs = await places.briefs(found.map(({ placeId }) => placeId))
    return found.flatMap(({ role, name, placeId }) => {
      const place = briefs.get(placeId)
      return place ? [{ role, name, place }] : []
    })
  }

  const entry = async (): Promise<EntryView> => ({ demo: await doors(), recoveryByMail: mail.works })

  async function enterDemo(caller: Caller, role: Role): Promise<string[]> {
    const door = (await open()).find((d) => d.role === role)
    if (!door) throw new AcademyError('not-found')
    await logins.endLoginBefore(caller)
    const { cookies } = await auth.enter(asking(caller), { memberId: door.memberId, sharedPhone: false })
    return cookies
  }

  return { doors, entry, enterDemo }
}

export type Doors = ReturnType<typeof createDoors>
