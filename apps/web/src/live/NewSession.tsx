import { type Id, LIMITS, type Naming, newId, type PlaceBrief } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field, Select } from '@academy/design/Field'
import { Tick } from '@academy/design/Tick'
import { Alert } from '@academy/design/words'
import { almaty, fromAlmaty } from '@academy/language/dates'
import { createSignal, For, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { useNavigate } from '../shell/router.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft, refusalOf } from '../sync/index.ts'
import { useHostWords } from './use-host-words.ts'

interface Draft {
  kk: string
  ru: string
  en: string
  opensAt: string
  startsAt: string
  closesAt: string
  naming: Naming
  review: boolean
  placeId: Id
}

const NAMINGS: Naming[] = ['asker-chooses', 'named', 'anonymous']
const two = (n: number) => String(n).padStart(2, '0')

/** A time for a `datetime-local` field, in Astana's time whatever the phone's zone is. */
const toField = (ms: number) => {
  const { year, month, day, hour, minute } = almaty(ms)
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`
}
const fromField = (text: string) => {
  const [, year, month, day, hour, minute] = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)/.exec(text) ?? []
  return fromAlmaty(Number(year), Number(month), Number(day), Number(hour), Number(minute))
}

/** Opens a session: questions are taken before it begins and for two days after. */
export const NewSession = (props: { places: readonly PlaceBrief[]; onMade: () => void }) => {
  const sync = useSync()
  const navigate = useNavigate()
  const words = useHostWords()
  const errors = useWords('errors')
  const hour = Math.ceil(Date.now() / 3600_000) * 3600_000
  const empty: Draft = {
    kk: '',
    ru: '',
    en: '',
    opensAt: toField(Date.now()),
    startsAt: toField(hour + 3600_000),
    closesAt: toField(hour + 49 * 3600_000),
    naming: 'asker-chooses',
    review: true,
    placeId: props.places[0]?.id ?? '',
  }
  const [draft, setDraft] = createDraft<Draft>(sync, 'live:new', empty)
  const [fault, setFault] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const change = (part: Partial<Draft>) => setDraft({ ...draft(), ...part })
  const titled = () => [draft().kk, draft().ru, draft().en].some((title) => title.trim())
  let id = newId()

  async function send(event: SubmitEvent) {
    event.preventDefault()
    const { kk, ru, en, naming, review, placeId } = draft()
    const [opensAt, startsAt, closesAt] = [draft().opensAt, draft().startsAt, draft().closesAt].map(fromField) as [
      number,
      number,
      number,
    ]
    if (!titled()) return setFault(words().titleHint)
    if (!(opensAt <= startsAt && startsAt < closesAt)) return setFault(words().timesWrong)
    setFault('')
    setBusy(true)
    try {
      await sync.rpc.live.create.mutate({
        id,
        title: { kk, ru, en },
        opensAt,
        startsAt,
        closesAt,
        naming,
        review,
        placeId,
      })
      setDraft(empty)
      props.onMade()
      navigate(to(`/live/${id}/desk`))
    } catch (error) {
      const { code } = refusalOf(error)
      // Another body is another command; a lost answer is asked for again under the same id.
      if (code !== 'client/offline') id = newId()
      setFault(errors()[code] as string)
    } finally {
      setBusy(false)
    }
  }

  const when = (name: 'opensAt' | 'startsAt' | 'closesAt') => (
    <Field
      type="datetime-local"
      label={words()[name]}
      hint={words().astana}
      value={draft()[name]}
      onInput={(value) => change({ [name]: value })}
    />
  )
  const title = (tongue: 'kk' | 'ru' | 'en', label: string) => (
    <Field
      label={label}
      lang={tongue}
      maxLength={LIMITS.title}
      value={draft()[tongue]}
      onInput={(value) => change({ [tongue]: value })}
    />
  )

  return (
    <form class="part" onSubmit={send}>
      <h2>{words().create}</h2>
      <p class="small">{words().titleHint}</p>
      {title('kk', words().titleKk)}
      {title('ru', words().titleRu)}
      {title('en', words().titleEn)}
      <Show when={props.places.length > 1}>
        <Select
          label={words().place}
          value={draft().placeId}
          onPick={(placeId) => change({ placeId })}
          options={props.places.map(({ id, name }) => ({ value: id, label: name[locale()] }))}
        />
      </Show>
      {when('opensAt')}
      {when('startsAt')}
      {when('closesAt')}
      <fieldset class="part">
        <legend>
          <b>{words().naming}</b>
        </legend>
        <For each={NAMINGS}>
          {(naming) => (
            <Tick radio name="naming" checked={draft().naming === naming} onChange={() => change({ naming })}>
              {words().namings[naming]}
            </Tick>
          )}
        </For>
      </fieldset>
      <Tick checked={draft().review} onChange={(review) => change({ review })}>
        {words().review}
      </Tick>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
      <Button kind="go" wide busy={busy()}>
        {words().create}
      </Button>
    </form>
  )
}
