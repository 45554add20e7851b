import {
  AcademyError,
  type AuthorLink,
  type CoAuthors,
  type CoAuthorsOf,
  type Done,
  type Id,
  type JoinAuthors,
  LIMITS,
  type Member,
  type RemoveCoAuthor,
} from '@academy/contract'
import { mayEditPractice, mayInviteCoAuthor, mayJoinAuthors, mayRemoveCoAuthor } from '@academy/policy'
import { createRepeatable } from '../../platform/deeds.ts'
import { type Keys, sign } from '../../platform/keys.ts'
import type { PracticesDeps, PracticesShared } from '../shared.ts'
import type { PracticeRecord } from '../store.ts'
import * as store from './store.ts'

export type AuthorsService = ReturnType<typeof createAuthors>

/** Who writes a practice together: its author sends a link, a colleague agrees by opening it and saying so. */
export function createAuthors(deps: PracticesDeps & { keys: Keys }, { enter }: PracticesShared) {
  const { db, clock, doDeed, members, keys } = deps
  const repeatable = createRepeatable(deps)

  /** Bound to who writes it and to how often that changed: each link is for one, and none outlives a change, also one that was undone. */
  const keyOf = ({ id, authorId, authorsChanged }: Omit<store.Writers, 'withdrawnAt'>, until: number): string =>
    sign(keys.take('links'), `practice-author ${id} ${until} ${authorId} ${authorsChanged}`).slice(0, 22)

  async function list(member: Member, { practiceId }: CoAuthorsOf): Promise<CoAuthors> {
    const { row, facts } = await enter(member, practiceId)
    if (!mayEditPractice(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'refused')
    const names = await members.namesOf(row.coAuthorIds)
    return {
      items: row.coAuthorIds.flatMap((id) => {
        const name = names.get(id)
        return name === undefined ? [] : [{ id, name }]
      }),
      may: {
        invite: mayInviteCoAuthor(member, facts) && row.coAuthorIds.length < LIMITS.coAuthors,
        remove: mayInviteCoAuthor(member, facts),
        leave: row.coAuthorIds.includes(member.id),
      },
    }
  }

  async function link(member: Member, { practiceId }: CoAuthorsOf): Promise<AuthorLink> {
    const { row, facts } = await enter(member, practiceId)
    if (!mayInviteCoAuthor(member, facts)) throw new AcademyError(facts.withdrawn ? 'practices/withdrawn' : 'refused')
    mustHaveRoom(row)
    const until = clock.now().getTime() + LIMITS.authorLink
    return { until, key: keyOf(row, until) }
  }

  const mustHaveRoom = ({ coAuthorIds }: Pick<PracticeRecord, 'coAuthorIds'>) => {
    if (coAuthorIds.length >= LIMITS.coAuthors) throw new AcademyError('practices/too-many-authors')
  }

  /** Every link that does not hold is answered alike. */
  async function join(member: Member, input: JoinAuthors): Promise<Done> {
    const { row, facts } = await enter(member, input.practiceId)
    if (facts.withdrawn) throw new AcademyError('practices/withdrawn')
    if (!mayJoinAuthors(member, facts)) throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.joinAuthors', input, at }, async (tx) => {
      const writers = await store.writersOf(tx, row.id)
      if (!writers || writers.withdrawnAt) throw new AcademyError('practices/withdrawn')
      const holds = writers.authorId && at.getTime() <= input.until && input.key === keyOf(writers, input.until)
      if (!holds) throw new AcademyError('practices/author-link-over')
      mustHaveRoom(writers)
      await store.addCoAuthor(tx, row.id, member.id, at)
      return row.authorId ? [{ stream: `member:${row.authorId}`, kind: 'practice.changed', subjectId: row.id }] : []
    })
    return done
  }

  async function remove(member: Member, input: RemoveCoAuthor): Promise<Done> {
    const { row, facts } = await enter(member, input.practiceId)
    if (!mayRemoveCoAuthor(member, facts, input.memberId)) throw new AcademyError('refused')
    const at = clock.now()
    const { done } = await doDeed({ actor: member, path: 'practices.removeCoAuthor', input, at }, async (tx) => {
      if (!(await store.removeCoAuthor(tx, row.id, input.memberId))) throw new AcademyError('not-found')
      return [{ stream: `member:${input.memberId}`, kind: 'practice.changed', subjectId: row.id }]
    })
    return done
  }

  return {
    list: (member: Member, q: CoAuthorsOf) => list(member, q),
    link,
    join: repeatable('practices.joinAuthors', join),
    remove: repeatable('practices.removeCoAuthor', remove),
    writtenWith: (memberId: Id) => store.writtenWith(db.read, memberId),
  }
}
