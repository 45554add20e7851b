import type { Id, InvitationState, InvitationView, PlaceBrief } from '@academy/contract'
import type { InvitationRow } from './invitation-store.ts'

const stateOf = (row: InvitationRow, now: Date): InvitationState => {
  if (row.revokedAt) return 'revoked'
  if (row.used >= row.uses) return 'used-up'
  return row.expiresAt <= now ? 'expired' : 'open'
}

export function presentInvitation(
  row: InvitationRow,
  { briefs, names, now }: { briefs: Map<Id, PlaceBrief>; names: Map<Id, string>; now: Date },
): InvitationView | undefined {
  const place = briefs.get(row.placeId)
  if (!place) return undefined
  return {
    id: row.id,
    role: row.role,
    place,
    note: row.note,
    inviter: names.get(row.inviterId ?? '') ?? null,
    createdAt: row.createdAt.getTime(),
    expiresAt: row.expiresAt.getTime(),
    uses: row.uses,
    used: row.used,
    state: stateOf(row, now),
  }
}
