import { ErrorBoundary } from 'solid-js'
import { LivePage } from '../live/LivePage.tsx'
import { announced } from './announce.ts'
import { Fault } from './Fault.tsx'
import { Halt } from './Halt.tsx'
import { Shelf } from './Shelf.tsx'

/** What stands under the band on a participant's page; the band is the server's. */
export const LiveFrame = (props: { id: string }) => (
  <>
    <div class="unseen" role="status">
      {announced()}
    </div>
    <Halt here={location.pathname} />
    <ErrorBoundary fallback={(fault, reset) => <Fault fault={fault} again={reset} />}>
      <LivePage id={props.id} />
    </ErrorBoundary>
    <Shelf />
  </>
)
