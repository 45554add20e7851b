import type { PracticeVersionView, PracticeView } from '@academy/contract'
import { Alert } from '@academy/design/words'
import { createEffect } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { mergeForms } from './merge-forms.ts'
import { type Form, formOf, formOfWritten } from './practice-form.ts'

/**
 * Somebody changed the practice while one wrote: both are put together by the version both began with, as soon as that has come. Until
 * then the text here is kept and not sent.
 */
export const ChangedMeanwhile = (props: { practice: PracticeView; form: Form; set: (form: Form) => void }) => {
  const sync = useSync()
  const words = useWords('writing')
  const card = useWords('card')
  const ref = () => ({ practiceId: props.practice.id, n: props.form.base })
  // What was taken out on purpose is not kept on the phone.
  const began = createAsked<PracticeVersionView>(
    () => `practices.version ${JSON.stringify(ref())}`,
    () => sync.rpc.practices.version.query(ref()),
    { keep: false },
  )
  createEffect(() => {
    const version = began.value()
    const { practice, form } = props
    if (!version || version.n !== form.base || form.base >= practice.version) return
    const { visibility, place } = practice
    const was = formOfWritten({ ...version.content, visibility, placeId: place.id })
    props.set({ ...mergeForms(was, form, formOf(practice)), base: practice.version })
    toasts.show({ text: card().merged })
  })
  return <Alert title={words().changedMeanwhile}>{words().changedWhatToDo}</Alert>
}
