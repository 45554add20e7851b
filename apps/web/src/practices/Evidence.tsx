import type { EvidencePage, EvidenceView, Id } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { State } from '@academy/design/State'
import { formatDay } from '@academy/language/dates'
import { formatNumber } from '@academy/language/numbers'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { Later } from '../shell/Later.tsx'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createOutbox } from '../sync/index.ts'
import { Picture } from './Attachments.tsx'
import css from './files.module.css'
import { LANE } from './own-items.ts'

const evidenceForm = () => import('./EvidenceForm.tsx').then((module) => module.EvidenceForm)

const ADD = 'practices.addEvidence'
const WITHDRAW = 'practices.withdrawEvidence'

/** What shows how a practice went, for members. Nothing of it is kept on the phone: a withdrawn photo must not be shown from there. */
export const Evidence = (props: { practiceId: Id }) => {
  const sync = useSync()
  const words = useWords('evidence')
  const design = useWords('design')
  const [open, setOpen] = createSignal(false)
  const [ending, setEnding] = createSignal<EvidenceView>()
  const [limit, setLimit] = createSignal(10)
  const asked = createAsked<EvidencePage>(
    () => `practices.evidence ${props.practiceId} ${limit()}`,
    () => sync.rpc.practices.evidence.query({ practiceId: props.practiceId, limit: limit() }),
    { keep: false },
  )
  const all = createOutbox(sync, LANE)
  const onTheWay = () => all().filter(({ path, input }) => path === ADD && input.practiceId === props.practiceId)
  onCleanup(
    sync.outbox.onDone((id) => {
      const item = all().find((it) => it.id === id)
      if (item?.path !== ADD && item?.path !== WITHDRAW) return
      toasts.show({ text: item.path === ADD ? words().sent : words().withdrawn })
      void asked.again()
    }),
  )
  const number = (n: number) => formatNumber(locale(), n)

  async function withdraw(evidence: EvidenceView) {
    await sync.outbox.put(WITHDRAW, { evidenceId: evidence.id }, { lane: LANE })
    setEnding()
  }

  return (
    <section class="part">
      <h2>{words().title}</h2>
      <Answer of={asked}>
        {(page) => (
          <>
            <Show when={page().items.length} fallback={<p class="small">{words().none}</p>}>
              <div>
                <For each={page().items}>{(it) => <One it={it} onWithdraw={() => setEnding(it)} />}</For>
              </div>
            </Show>
            <Show when={page().next}>
              <Button wide onPress={() => setLimit((now) => Math.min(100, now + 30))}>
                {words().more}
              </Button>
            </Show>
            <Show when={page().gone}>
              <p class="small">{words().counts(number(page().all), number(page().gone))}</p>
            </Show>
            <For each={onTheWay().filter((item) => item.state !== 'sent')}>{(item) => <Waiting item={item} />}</For>
            <Show when={page().mayAdd}>
              <p>
                <Button onPress={() => setOpen(true)}>{words().add}</Button>
              </p>
            </Show>
          </>
        )}
      </Answer>
      <Dialog open={open()} onClose={() => setOpen(false)} title={words().add} closeLabel={design().close}>
        <Show when={open()}>
          <p class="small">{words().why}</p>
          <Later load={evidenceForm} props={{ practiceId: props.practiceId, onSent: () => setOpen(false) }} />
        </Show>
      </Dialog>
      <Dialog
        open={ending() !== undefined}
        onClose={() => setEnding()}
        title={words().withdraw}
        closeLabel={design().close}
      >
        <Show when={ending()}>
          {(it) => (
            <div class="part">
              <p>{words().withdrawWhy}</p>
              <Button kind="go" wide onPress={() => void withdraw(it())}>
                {words().withdraw}
              </Button>
            </div>
          )}
        </Show>
      </Dialog>
    </section>
  )
}

const One = (props: { it: EvidenceView; onWithdraw: () => void }) => {
  const words = useWords('evidence')
  return (
    <article class={css.evidence}>
      <Show when={props.it.photo}>
        {(photo) => (
          <a href={`/files/${photo().fileId}`} rel="external">
            <Picture file={photo()} alt={words().photoAlt} />
          </a>
        )}
      </Show>
      <Show when={props.it.text}>
        <p class="prose">{props.it.text}</p>
      </Show>
      <p class="small">
        {[
          words().kinds[props.it.kind],
          props.it.by ?? words().someone,
          formatDay(locale(), props.it.at),
          props.it.consent && words().consentUntil(formatDay(locale(), props.it.consent.until)),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Show when={props.it.mayWithdraw}>
        <p>
          <Button kind="bare" onPress={() => props.onWithdraw()}>
            {words().withdraw}
          </Button>
        </p>
      </Show>
    </article>
  )
}

const Waiting = (props: { item: ReturnType<ReturnType<typeof createOutbox>>[number] }) => {
  const sync = useSync()
  const words = useWords('evidence')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  return (
    <Show
      when={props.item.state === 'refused'}
      fallback={
        <State kind="wait">
          {words().title}: {design().waiting}
        </State>
      }
    >
      <State kind="no">{design().refused(refused(props.item.refusal ?? { code: 'fault' }))}</State>
      <p class="line">
        <Button onPress={() => void sync.outbox.retry(props.item.id)}>{shell().again}</Button>
        <Button kind="bare" onPress={() => void sync.outbox.discard(props.item.id)}>
          {shell().discard}
        </Button>
      </p>
    </Show>
  )
}
