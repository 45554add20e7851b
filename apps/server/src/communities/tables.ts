import type { Trilingual } from '@academy/contract'
import type { CommunityKind } from '@academy/contract/communities'
import { id, index, json, primaryKey, ref, table, text, time } from '@academy/database/dialect'
import { members } from '../members/tables.ts'
import { places } from '../places/tables.ts'

/** A professional community of teachers and parents, by subject, theme or school. */
export const communities = table(
  'communities',
  {
    id: id(),
    kind: text().$type<CommunityKind>().notNull(),
    /** Null: for everybody. */
    placeId: ref(() => places.id),
    /** The way down to its place (scope.ts), for finding what lies below a place. Empty where there is none. */
    scope: text().notNull(),
    name: json<Trilingual>().notNull(),
    /** The name as a sort key of the Kazakh alphabet. */
    nameKey: text().notNull(),
    createdAt: time().notNull(),
  },
  (t) => [index('communities_by_name').on(t.nameKey, t.id), index('communities_by_place').on(t.placeId)],
)

/** Who joined. Somebody shown out keeps a row, so that joining again does not undo it. */
export const communityMembers = table(
  'community_members',
  {
    communityId: ref(() => communities.id, { onDelete: 'cascade' }).notNull(),
    memberId: ref(() => members.id, { onDelete: 'cascade' }).notNull(),
    joinedAt: time().notNull(),
    shownOutAt: time(),
  },
  (t) => [primaryKey({ columns: [t.communityId, t.memberId] }), index('community_members_by_member').on(t.memberId)],
)
