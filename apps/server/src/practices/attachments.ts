import type { Actor, FileView, Id, Member, PracticeContent } from '@academy/contract'
import type { Db } from '@academy/database'
import { maySeePracticeVersions } from '@academy/policy'
import { type Files, presentFile } from '../platform/files/index.ts'
import { KIND } from './content.ts'
import type { PracticesShared } from './shared.ts'

export type Attachments = ReturnType<typeof createAttachments>

/** Files that stand in a practice: its author's own or the practice's already, read by whoever may read it. */
export function createAttachments(files: Files, { enter }: PracticesShared) {
  const idsOf = (content: PracticeContent) => content.attachments.map(({ fileId }) => fileId)
  const subjectOf = (practiceId: Id) => ({ kind: KIND, id: practiceId })

  files.register(KIND, async (actor: Actor, file) => {
    try {
      const { row, facts } = await enter(actor, file.subjectId)
      // What an edit took out is, like the version it stood in, no longer for everybody.
      return idsOf(row.content).includes(file.id) || maySeePracticeVersions(actor, facts)
    } catch {
      return false
    }
  })

  return {
    /** Before the write: throws where one of them cannot be taken in. */
    async expect(member: Member, practiceId: Id, content: PracticeContent, composedAt: number | undefined) {
      const ids = idsOf(content)
      if (ids.length > 0) await files.expect(member, ids, { subject: subjectOf(practiceId), composedAt })
    },
    bind: (tx: Db, member: Member, practiceId: Id, content: PracticeContent): Promise<void> =>
      files.bind(tx, idsOf(content), { ownerId: member.id, subject: subjectOf(practiceId) }),
    /** As the page shows them, under the names their author gave them; one whose bytes are gone is not shown. */
    async viewsOf(content: PracticeContent): Promise<FileView[]> {
      const found = await files.find(idsOf(content))
      return content.attachments.flatMap(({ fileId, name }) => {
        const file = found.get(fileId)
        return file && !file.goneAt ? [presentFile(file, name)] : []
      })
    },
  }
}
