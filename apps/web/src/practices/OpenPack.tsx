import {
  ACTOR_HEADER,
  AcademyError,
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  type Id,
  isErrorCode,
  LIMITS,
  newId,
  PACKS,
  type PackOpened,
  type Refusal,
} from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Alert } from '@academy/design/words'
import { createSignal, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { createFault } from '../shell/create-fault.ts'
import { useSync } from '../shell/use-sync.ts'
import css from './files.module.css'
import { type Form, formOfWritten } from './practice-form.ts'

async function brought(pack: Blob, { as, placeId, id }: { as: string; placeId: Id; id: Id }): Promise<PackOpened> {
  const answer = await fetch(`${PACKS}?${new URLSearchParams({ id, placeId })}`, {
    method: 'POST',
    headers: { [CONTRACT_HEADER]: `${CONTRACT_VERSION}`, [ACTOR_HEADER]: as, 'content-type': 'application/zip' },
    body: pack,
  }).catch(() => {
    throw new AcademyError('client/offline')
  })
  if (answer.ok) return answer.json()
  const said = (await answer.json().catch(() => undefined)) as { error: { data: { refusal: Refusal } } } | undefined
  const code = said?.error.data.refusal.code
  throw new AcademyError(isErrorCode(code) ? code : 'fault')
}

/** A practice that came as a file, from another academy or over a flash drive: the form begins with it. */
export const OpenPack = (props: { placeId: Id; take: (form: Form) => void }) => {
  const sync = useSync()
  const words = useWords('taking')
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createFault()
  // The same file again after a lost answer is the same deed.
  const ids = new Map<string, Id>()

  async function choose(input: HTMLInputElement) {
    const [file] = input.files ?? []
    if (!file || busy()) return
    const key = `${file.name} ${file.size} ${file.lastModified}`
    const id = ids.get(key) ?? newId()
    ids.set(key, id)
    setFault()
    setBusy(true)
    try {
      // What can be seen here is not sent over a bad line first.
      if ((await file.slice(0, 2).text()) !== 'PK') throw new AcademyError('practices/no-pack')
      if (file.size > LIMITS.pack.size) throw new AcademyError('too-large')
      const { card, origin } = await brought(file, { as: sync.key, placeId: props.placeId, id })
      const written = { ...card, visibility: 'public' as const, placeId: props.placeId }
      props.take(formOfWritten(origin ? { ...written, origin } : written))
    } catch (error) {
      setFault(error)
    } finally {
      input.value = ''
      setBusy(false)
    }
  }

  return (
    <details>
      <summary>
        <span>{words().openPack}</span>
        <Icon name="down" />
      </summary>
      <div class="part">
        <p class="small">{words().openPackWhy}</p>
        <label class={`btn wide ${css.pick}`} aria-disabled={busy() ? 'true' : undefined}>
          <Icon name="plus" /> {words().choosePack}
          <input
            type="file"
            accept=".zip,application/zip"
            class="unseen"
            onChange={(event) => void choose(event.currentTarget)}
          />
        </label>
        <Show when={busy()}>
          <State kind="wait">{words().opening}</State>
        </Show>
        <Show when={fault()}>
          <Alert>{fault()}</Alert>
        </Show>
      </div>
    </details>
  )
}
