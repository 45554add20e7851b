import { Icon } from '@academy/design/Icon'
import { Empty } from '@academy/design/words'
import { mayTellTrialSomewhere } from '@academy/policy'
import { Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams, useSearchParams } from '../shell/router.ts'
import { createPractice } from './create-practice.ts'
import { langOf } from './practice-words.ts'
import { Tell } from './Tell.tsx'

const tellAgain = () => import('./TellAgain.tsx').then((module) => module.TellAgain)

/** Telling how a lesson with this practice went, or with `?mine=` telling it otherwise; also without a line. */
export const TryPage = () => {
  const words = useWords('trying')
  const params = useParams<{ id: string }>()
  const [asked] = useSearchParams<{ mine?: string }>()
  const mine = () => asked.mine && `${asked.mine}`
  const opened = createPractice(() => params.id)
  const title = () => (mine() ? words().editPage : words().page)
  usePageTitle(title)
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to(`/practices/${params.id}`)}>
            <Icon name="back" /> {words().toPractice}
          </a>
        </p>
        <h1>{title()}</h1>
        <p>{words().lead}</p>
        <LineBand />
      </header>
      <div class="col">
        <Answer of={opened}>
          {(value) => (
            <Show
              when={mayTellTrialSomewhere(actor())}
              fallback={<Show when={me() !== undefined}>{<Empty text={words().mayNot} />}</Show>}
            >
              <p class="voice" lang={langOf(value().practice.language)}>
                {value().practice.title}
              </p>
              <Show
                when={mine()}
                keyed
                fallback={
                  <Tell id={params.id} version={value().practice.version} ungraded={value().practice.ungraded} />
                }
              >
                {(trialId) => <Later load={tellAgain} props={{ practiceId: params.id, trialId }} />}
              </Show>
            </Show>
          )}
        </Answer>
      </div>
    </>
  )
}
