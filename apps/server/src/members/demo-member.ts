import type { Id, Locale, RoleHeld } from '@academy/contract'
import type { Db } from '@academy/database'
import { sortKey } from '@academy/language'
import { addConsent, addMember, addRole } from './store.ts'

export interface DemoMember {
  id: Id
  name: string
  locale: Locale
  roles: readonly RoleHeld[]
  consent: { id: Id; textVersion: string }
  at: Date
}

/** A member of the demo: entered by one press and without any password, so that nobody can lock others out of it. */
export async function addDemoMember(tx: Db, { id, name, locale, roles, consent, at }: DemoMember): Promise<void> {
  await addMember(tx, { id, name, nameKey: sortKey('kk', name), locale, demo: true, createdAt: at })
  await addConsent(tx, { ...consent, memberId: id, at })
  for (const role of roles) await addRole(tx, id, role, at)
}
