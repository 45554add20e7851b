import { needWords, useWords } from '../locale/locale.ts'
import { Later } from './Later.tsx'

interface FaultProps {
  fault: unknown
  again: () => void
}

/** Where a page fell. What to say of it is fetched then; without a line and without the service worker there is at least this much. */
export const Fault = (props: FaultProps) => {
  const words = useWords('shell')
  return (
    <Later
      load={() => Promise.all([import('./FaultPage.tsx'), needWords('faults')]).then(([module]) => module.FaultPage)}
      props={props}
      meanwhile={<h1>{words().fault}</h1>}
    />
  )
}
