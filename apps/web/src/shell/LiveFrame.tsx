import { ToastShelf } from '@academy/design/Toast'
import { createSignal, ErrorBoundary } from 'solid-js'
import { LivePage } from '../live/LivePage.tsx'
import { samePlace, switchWords, useWords } from '../locale/locale.ts'
import { announced } from './announce.ts'
import { Band } from './Band.tsx'
import { FaultPage } from './FaultPage.tsx'
import { HaltBand } from './HaltBand.tsx'
import { me } from './me.ts'
import { toasts } from './toasts.ts'
import { memberWays, strangerWays } from './ways.ts'

/** What stands round the participant's page; every way out is a page of another entry. */
export const LiveFrame = (props: { id: string }) => {
  const words = useWords('shell')
  const design = useWords('design')
  const [place, setPlace] = createSignal({ ...pick(location) })
  return (
    <>
      <a class="unseen" href="#main">
        {words().skip}
      </a>
      <div class="unseen" role="status">
        {announced()}
      </div>
      <div class="frame">
        <Band
          ways={me() ? memberWays(words()) : strangerWays(words())}
          at={me() ? '/live' : '/join'}
          place={place()}
          external
          onTongue={(event, other) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            void switchWords(other).then(
              () => {
                history.replaceState(history.state, '', samePlace(other, location))
                setPlace(pick(location))
              },
              () => toasts.show({ text: words().noTongue }),
            )
          }}
        />
        <main id="main" class="page" tabIndex={-1}>
          <HaltBand here={place().pathname} />
          <ErrorBoundary fallback={(fault, reset) => <FaultPage fault={fault} again={reset} />}>
            <LivePage id={props.id} />
          </ErrorBoundary>
        </main>
      </div>
      <ToastShelf toasts={toasts} closeLabel={design().close} />
    </>
  )
}

const pick = ({ pathname, search, hash }: Location) => ({ pathname, search, hash })
