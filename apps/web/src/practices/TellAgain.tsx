import { AcademyError, type Id, LIMITS, type TrialPage, type TrialView } from '@academy/contract'
import { createComputed, createMemo, Show } from 'solid-js'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { useSync } from '../shell/use-sync.ts'
import { Tell } from './Tell.tsx'

/** The form with what one has told of a try; it opens without a line where the practice was read here before. */
export const TellAgain = (props: { practiceId: Id; trialId: Id }) => {
  const sync = useSync()
  const { practiceId, trialId } = props
  const isIt = ({ id, mine }: TrialView) => id === trialId && mine
  const asked = createAsked<TrialPage>(
    // As the practice's page keeps it on the phone.
    () => `practices.trials ${practiceId}`,
    async () => {
      const first = await sync.rpc.practices.trials.query({ practiceId })
      let page = first
      // One's own may stand further down a long list.
      while (!page.items.some(isIt) && page.next)
        page = await sync.rpc.practices.trials.query({ practiceId, limit: LIMITS.page.most, cursor: page.next })
      return page === first ? first : { ...first, items: [...first.items, ...page.items.filter(isIt)] }
    },
  )
  const trial = () => asked.value()?.items.find(isIt)
  /** What was typed is kept as a draft: where the phone remembered older words, the form begins anew with what stands there now. */
  const version = createMemo(() => trial() && `${trial()?.editedAt}`)
  createComputed(() => {
    if (asked.value() && !trial()) throw new AcademyError('not-found')
  })
  return (
    <Answer of={{ ...asked, value: trial }}>
      {(mine) => (
        <Show when={version()} keyed>
          <Tell id={practiceId} version={mine().version} ungraded={false} mine={mine()} />
        </Show>
      )}
    </Answer>
  )
}
