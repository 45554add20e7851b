import { Empty } from '@academy/design/words'
import { mayPublishPractice, mayPublishPracticeSomewhere } from '@academy/policy'
import { createMemo, Show } from 'solid-js'
import { needWords, useWords } from '../locale/locale.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor, me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useLocation } from '../shell/router.ts'
import { Publish } from './Publish.tsx'

const adaptPart = () => Promise.all([import('./Adapt.tsx'), needWords('practices')]).then(([module]) => module.Adapt)

/** A new practice. */
export const NewPracticePage = () => {
  const words = useWords('writing')
  usePageTitle(() => words().write)
  return (
    <>
      <header class="head">
        <h1>{words().write}</h1>
        <LineBand />
      </header>
      <div class="col">
        <NewPractice />
      </div>
    </>
  )
}

const NewPractice = () => {
  const words = useWords('writing')
  const at = useLocation()
  // On the way to another page its address is there before it is: what is written here stays as it was begun.
  const from = createMemo<string | null>((begun) =>
    at.pathname.endsWith('/new') ? new URLSearchParams(at.search).get('from') : (begun ?? null),
  )
  const places = createMemo(() => {
    const mine = (me()?.roles ?? []).map(({ place }) => place).filter(({ id }) => mayPublishPractice(actor(), [id]))
    return mine.filter(({ id }, at) => mine.findIndex((other) => other.id === id) === at)
  })
  return (
    <Show
      when={mayPublishPracticeSomewhere(actor())}
      // Undefined: not known yet, and then it is not said that one may not.
      fallback={<Show when={me() !== undefined}>{<Empty text={words().mayNot} />}</Show>}
    >
      <Show when={from()} keyed fallback={<Publish places={places()} />}>
        {(id) => (
          <Later
            load={adaptPart}
            props={{
              id,
              get places() {
                return places()
              },
            }}
          />
        )}
      </Show>
    </Show>
  )
}
