import type { PracticeOpened } from '@academy/contract'
import { createEffect } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { useSync } from '../shell/use-sync.ts'
import type { Form } from './practice-form.ts'
import { takeInOf, takenOf } from './take-in.ts'

/** Puts what was chosen of an adaptation into the form, once, and says so. Nothing is sent by it. */
export const TakeIn = (props: { search: string; form: Form; change: (part: Partial<Form>) => void }) => {
  const sync = useSync()
  const words = useWords('changes')
  const asked = takeInOf(props.search)
  const input = () => ({ practiceId: asked?.from ?? '', locale: locale() })
  const opened = createAsked<PracticeOpened>(
    () => `practices.open ${JSON.stringify(input())}`,
    () => sync.rpc.practices.open.query(input()),
  )
  let done = false
  createEffect(() => {
    const practice = opened.value()?.practice
    if (!practice || !asked || done) return
    done = true
    props.change(takenOf(practice, asked.what))
    // Read again after a reload, it would be put over what has been written since.
    history.replaceState(history.state, '', location.pathname)
  })
  return (
    <Answer of={opened}>
      {(value) => (
        <section class="because">
          <p>{words().taken(value().practice.title)}</p>
          <p class="small">{value().practice.language === props.form.language ? '' : words().otherLanguage}</p>
        </section>
      )}
    </Answer>
  )
}
