import type { Id, PracticeOpened } from '@academy/contract'
import { ButtonLink } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { Show } from 'solid-js'
import { needWords, to, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { Unfold } from './Unfold.tsx'
import { Withdraw } from './Withdraw.tsx'

const coAuthorsPart = () => import('./CoAuthors.tsx').then((module) => module.CoAuthors)
const versionsPart = () =>
  Promise.all([import('./Versions.tsx'), needWords('changes')]).then(([module]) => module.Versions)

/** For the few who keep a practice: its words first, then with whom, how it was before, and the way out. */
export const ForAuthors = (props: {
  id: Id
  title: string
  version: number
  may: PracticeOpened['may']
  again: () => void
}) => {
  const words = useWords('practices')
  const card = useWords('card')
  return (
    <section class="part">
      <Show when={props.may.edit}>
        <p>
          <ButtonLink href={to(`/practices/${props.id}/edit`)}>
            <Icon name="edit" /> {words().edit}
          </ButtonLink>
        </p>
        <Unfold title={card().coAuthors}>
          <Later load={coAuthorsPart} props={{ id: props.id, title: props.title, onChange: () => props.again() }} />
        </Unfold>
      </Show>
      <Show when={props.may.versions && props.version > 1}>
        <Unfold title={words().versions}>
          <Later load={versionsPart} props={{ practiceId: props.id }} />
        </Unfold>
      </Show>
      <Show when={props.may.withdraw}>
        <div>
          <Withdraw practiceId={props.id} own={props.may.edit} onDone={() => props.again()} />
        </div>
      </Show>
    </section>
  )
}
