import { AcademyError, type Locale, type Recover, type RecoveryCard } from '@academy/contract'
import { addAudit } from '../platform/audit/store.ts'
import { createRate } from '../platform/rate.ts'
import { findVerification } from './invitation-store.ts'
import { isWeak } from './passwords.ts'
import type { MembersDeps } from './shared.ts'
import { findMember, type MemberRow } from './store.ts'

const HOUR = 3600

/** A new password for who forgot theirs: by a link somebody issued, or by mail. */
export function createRecovery(deps: MembersDeps) {
  const { auth, clock, db, mail } = deps
  const perAddress = createRate(3, HOUR)
  const everywhere = createRate(300, HOUR)

  /** A link that still works, and whose it is. */
  async function open(token: string): Promise<{ member: MemberRow; expiresAt: Date }> {
    const link = await findVerification(db.read, auth.recoveryIdentifier(token))
    const member = link && link.expiresAt > clock.now() ? await findMember(db.read, link.value) : undefined
    if (!link || !member) throw new AcademyError('members/recovery-ended')
    return { member, expiresAt: link.expiresAt }
  }

  /** Tells the login name, too: who forgot the password has often forgotten that. */
  async function card(token: string): Promise<RecoveryCard> {
    const { member, expiresAt } = await open(token)
    return { name: member.name ?? '', loginName: member.loginName, expiresAt: expiresAt.getTime() }
  }

  /** Sets the password and ends every login in one write; the link is spent with it. */
  async function recover({ token, password }: Recover): Promise<void> {
    const { member } = await open(token)
    if (isWeak(password, [member.loginName ?? undefined, member.email ?? undefined]))
      throw new AcademyError('members/weak-password', { fields: ['password'] })
    if (!(await auth.resetPassword(token, password))) throw new AcademyError('members/recovery-ended')
    const subject = { kind: 'member', id: member.id }
    await db.write((tx) => addAudit(tx, { at: clock.now(), actorId: member.id, act: 'members.recovered', subject }))
  }

  /** The same answer whether there is such an address or not. */
  async function request({ email }: { email: string; locale: Locale }): Promise<void> {
    if (!mail.works) throw new AcademyError('members/no-mail')
    await everywhere.take('all')
    await perAddress.take(email)
    await auth.requestReset(email)
  }

  return { card, recover, request }
}

export type Recovery = ReturnType<typeof createRecovery>
