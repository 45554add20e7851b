import { endingOf, FILE_TYPES, type Id, LIMITS } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Alert } from '@academy/design/words'
import { createSignal, For, Show } from 'solid-js'
import { createUploads } from '../files/create-uploads.ts'
import { shrink } from '../files/shrink.ts'
import { useWords } from '../locale/locale.ts'
import { createFault } from '../shell/create-fault.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { sizeOf } from './file-size.ts'
import css from './files.module.css'

export interface Attached {
  fileId: Id
  name: string
}

const ACCEPT = `image/*,${Object.keys(FILE_TYPES)
  .map((ending) => `.${ending}`)
  .join()}`

/** Files of a practice while it is written: chosen, named, on their way. They are kept on the phone until they have arrived. */
export const AttachmentFields = (props: { files: readonly Attached[]; onChange: (files: Attached[]) => void }) => {
  const sync = useSync()
  const words = useWords('files')
  const refused = useRefused()
  const uploads = createUploads(sync)
  const [fault, setFault] = createFault()
  const [failed, setFailed] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const onTheWay = (id: Id) => uploads.list().find((file) => file.id === id)

  async function choose(input: HTMLInputElement) {
    const chosen = [...(input.files ?? [])]
    input.value = ''
    setFault()
    setBusy(true)
    for (const file of chosen.slice(0, LIMITS.attachments - props.files.length))
      try {
        const { bytes, name } = await shrink(file)
        const fileId = await uploads.add(bytes, name)
        props.onChange([...props.files, { fileId, name: plainName(name) }])
      } catch (error) {
        setFailed(file.name)
        setFault(error)
      }
    setBusy(false)
  }
  function remove(fileId: Id) {
    props.onChange(props.files.filter((file) => file.fileId !== fileId))
    void uploads.remove(fileId)
  }
  const rename = (fileId: Id, name: string) =>
    props.onChange(props.files.map((file) => (file.fileId === fileId ? { fileId, name } : file)))

  return (
    <section class="part">
      <h2>{words().attachments}</h2>
      <p class="small">{words().attachWhy}</p>
      <For each={props.files.map((file) => file.fileId)}>
        {(fileId) => (
          <div class={css.attached}>
            <Field
              label={words().fileName}
              maxLength={LIMITS.title}
              value={props.files.find((file) => file.fileId === fileId)?.name ?? ''}
              onInput={(name) => rename(fileId, name)}
            />
            <Show when={onTheWay(fileId)} fallback={<State kind="sent">{words().arrived}</State>}>
              {(file) => (
                <Show
                  when={file().refusal}
                  fallback={
                    <>
                      <progress max={file().size} value={file().sent} aria-label={words().progress} />
                      <State kind="wait">{words().sending(sizeOf(file().sent), sizeOf(file().size))}</State>
                    </>
                  }
                >
                  {(code) => <State kind="no">{refused({ code: code() })}</State>}
                </Show>
              )}
            </Show>
            <p>
              <Button kind="bare" onPress={() => remove(fileId)}>
                <Icon name="cross" /> {words().remove}
              </Button>
            </p>
          </div>
        )}
      </For>
      <Show when={fault()}>
        <Alert>
          {failed()}: {fault()}
        </Alert>
      </Show>
      <Show when={props.files.length < LIMITS.attachments}>
        <label class={`btn wide ${css.pick}`} aria-disabled={busy() ? 'true' : undefined}>
          <Icon name="plus" /> {words().attach}
          <input
            type="file"
            multiple
            accept={ACCEPT}
            class="unseen"
            onChange={(event) => void choose(event.currentTarget)}
          />
        </label>
      </Show>
    </section>
  )
}

/** What a file is called where one reads: without its ending, and without the underscores of a camera. */
const plainName = (name: string): string =>
  (endingOf(name) ? name.replace(/\.[^.]*$/, '') : name).replaceAll('_', ' ').trim().slice(0, LIMITS.title) || name
