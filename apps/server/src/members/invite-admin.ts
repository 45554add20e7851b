import { type Id, LIMITS, newId } from '@academy/contract'
import { addAudit } from '../platform/audit/store.ts'
import { addInvitation } from './invitation-store.ts'
import { hashToken, linkToken } from './secrets.ts'
import type { MembersDeps } from './shared.ts'

/**
 * The first administrator's way in, and a way back for an academy that lost its last one: a link for one person, made by whoever
 * has the machine. The text to print.
 */
export async function inviteAdmin(
  deps: Pick<MembersDeps, 'db' | 'clock' | 'keys'> & { regionId: Id; address: string },
): Promise<string> {
  const { address, clock, db, keys, regionId } = deps
  const [id, at] = [newId(), clock.now()]
  const token = linkToken(keys, 'invitation', id)
  const expiresAt = new Date(at.getTime() + LIMITS.invitation.usual)
  await db.write(async (tx) => {
    await addInvitation(tx, {
      id,
      tokenHash: hashToken(token),
      role: 'administrator',
      placeId: regionId,
      inviterId: null,
      note: '',
      createdAt: at,
      expiresAt,
      uses: 1,
    })
    const subject = { kind: 'invitation', id }
    await addAudit(tx, { at, actorId: null, act: 'members.invited', subject, note: 'administrator' })
  })
  const until = expiresAt.toISOString().slice(0, 10)
  return `Whoever opens this link becomes an administrator. It works once, until ${until}:\n${address}/kk/invite/${token}`
}
