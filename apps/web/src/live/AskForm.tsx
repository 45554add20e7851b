import { LIMITS, type Naming } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field } from '@academy/design/Field'
import { Tick } from '@academy/design/Tick'
import { createSignal, Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { announce } from '../shell/announce.ts'
import { hasIin } from '../shell/later-iins.ts'
import { me } from '../shell/me.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDraft } from '../sync/index.ts'
import type { Live } from './create-live.ts'

interface Draft {
  body: string
  anonymous: boolean
  guestName: string
}
const EMPTY: Draft = { body: '', anonymous: false, guestName: '' }

/** What one types is kept on the phone with every letter, and leaves the form only when the outbox holds it. */
export const AskForm = (props: { live: Live; sessionId: string; naming: Naming }) => {
  const words = useWords('live')
  const shell = useWords('shell')
  const design = useWords('design')
  const sync = useSync()
  const key = `live:${props.sessionId}`
  const [draft, setDraft] = createDraft<Draft>(sync, key, EMPTY)
  const [sending, setSending] = createSignal(false)
  const change = (part: Partial<Draft>) => setDraft({ ...draft(), ...part })
  const nameless = () => props.naming === 'anonymous' || (props.naming === 'asker-chooses' && draft().anonymous)
  async function send(event: SubmitEvent) {
    event.preventDefault()
    const { body, guestName } = draft()
    if (!body.trim() || sending()) return
    setSending(true)
    try {
      const name = guestName.trim()
      await props.live.ask({ body, anonymous: nameless(), ...(name && !nameless() ? { guestName: name } : {}) }, key)
      setDraft({ ...EMPTY, guestName, anonymous: draft().anonymous })
      announce(design().waiting)
    } finally {
      setSending(false)
    }
  }

  return (
    <form class="part askform" onSubmit={send}>
      <Field
        label={words().question}
        hint={words().questionHint}
        rows={3}
        maxLength={LIMITS.question}
        keys={design().letters}
        value={draft().body}
        onInput={(body) => change({ body })}
        error={hasIin(draft().body) ? shell().looksLikeIin : undefined}
        kept={draft().body ? design().kept : undefined}
      />
      <Show
        when={props.naming === 'asker-chooses'}
        fallback={<p class="small">{props.naming === 'named' ? words().alwaysNamed : words().alwaysNameless}</p>}
      >
        <Tick checked={draft().anonymous} onChange={(anonymous) => change({ anonymous })}>
          {words().anonymous}
        </Tick>
      </Show>
      <Show when={!me() && !nameless()}>
        <Field
          label={words().guestName}
          maxLength={LIMITS.name}
          autocomplete="given-name"
          value={draft().guestName}
          onInput={(guestName) => change({ guestName })}
        />
      </Show>
      <Button kind="go" wide busy={sending()}>
        {words().ask}
      </Button>
    </form>
  )
}
