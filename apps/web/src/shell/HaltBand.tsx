import { errorWord, to, useWords } from '../locale/locale.ts'
import type { Halt } from '../sync/index.ts'

/** The one deed that lets things be sent again. Everything written is kept meanwhile. */
export const HaltBand = (props: { why: Halt; here: string }) => {
  const words = useWords('shell')
  const out = () => props.why === 'signed-out'
  return (
    <p class="offline">
      <span>
        {errorWord(props.why)}{' '}
        <a
          href={out() ? `${to('/sign-in')}?to=${encodeURIComponent(props.here)}` : props.here}
          // Another version of the program has to come from the server, not from the router.
          rel={out() ? undefined : 'external'}
        >
          {out() ? words().signIn : words().refresh}
        </a>
      </span>
    </p>
  )
}
