import type { PracticeView } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { mayTellTrialSomewhere } from '@academy/policy'
import { Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { actor } from '../shell/me.ts'
import { toasts } from '../shell/toasts.ts'
import { Keep } from './Keep.tsx'
import { metaOf } from './practice-words.ts'
import css from './reading.module.css'
import { share } from './share.ts'
import { TakeAlong } from './TakeAlong.tsx'

/**
 * What one does with a practice, in the order of a teacher's work. The one deed is telling how it went; for those who wrote it, and for
 * those who do not teach, it is passing it on.
 */
export const Doing = (props: { practice: PracticeView; own: boolean }) => {
  const words = useWords('practices')
  const trials = useWords('trials')
  const teaches = () => mayTellTrialSomewhere(actor())
  const tells = () => teaches() && !props.own
  const here = (path: string) => to(`/practices/${props.practice.id}${path}`)

  async function send() {
    const { title, brief, purpose } = props.practice
    const about = `${metaOf(words(), props.practice)}\n${(brief?.summary ?? purpose).slice(0, 280)}`
    const how = await share(brief?.title ?? title, about, `${location.origin}${here('')}`)
    if (how === 'copied') toasts.show({ text: words().copied })
    if (how === 'failed') toasts.show({ text: words().notCopied })
  }
  const sharing = (kind: 'go' | 'bare') => (
    <Button kind={kind} wide={kind === 'go'} onPress={() => void send()}>
      {words().share}
    </Button>
  )

  return (
    <>
      <p class="deed">
        <Show when={tells()} fallback={sharing('go')}>
          <ButtonLink kind="go" wide href={here('/try')}>
            {trials().tell}
          </ButtonLink>
        </Show>
      </p>
      <div class={`line ${css.ways}`}>
        <Show when={teaches() && props.own}>
          <ButtonLink href={here('/try')}>{trials().tell}</ButtonLink>
        </Show>
        <Show when={teaches()}>
          <ButtonLink href={`${to('/practices/new')}?from=${props.practice.id}`}>{trials().adapt}</ButtonLink>
        </Show>
        <Keep practiceId={props.practice.id} />
        <Show when={tells()}>{sharing('bare')}</Show>
        <TakeAlong
          practiceId={props.practice.id}
          files={props.practice.attachments ?? []}
          onShare={() => void send()}
        />
      </div>
    </>
  )
}
