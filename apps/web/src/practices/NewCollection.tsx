import { LIMITS } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { createSignal } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import { NEW } from './create-collections.ts'

const NONE = ''

/** Its name is all that a new collection needs. */
export const NewCollection = (props: { make: (title: string) => Promise<unknown> }) => {
  const words = useWords('collections')
  const design = useWords('design')
  const [title, setTitle] = createDraft<string>(useSync(), NEW, NONE)
  const [tried, setTried] = createSignal(false)
  async function send(event: SubmitEvent) {
    event.preventDefault()
    const typed = title().trim()
    setTried(!typed)
    if (!typed) return
    await props.make(typed)
    setTitle(NONE)
  }
  return (
    <form class="part" onSubmit={(event) => void send(event)} noValidate>
      <Field
        label={words().newTitle}
        hint={words().newHint}
        maxLength={LIMITS.title}
        keys={design().letters}
        value={title()}
        onInput={setTitle}
        error={tried() && !title().trim() ? words().nameIt : undefined}
      />
      <p>
        <Button>{words().make}</Button>
      </p>
    </form>
  )
}
