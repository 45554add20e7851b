import type { FollowLevel } from '@academy/contract'
import { Tick } from '@academy/design/Tick'
import { useWords } from '../locale/locale.ts'

/** Whether what is new here counts for one. */
export const FollowChoice = (props: { level: FollowLevel; onPick: (level: FollowLevel) => void }) => {
  const words = useWords('rooms')
  return (
    <Tick
      checked={props.level === 'none'}
      onChange={(muted) => props.onPick(muted ? 'none' : 'mentions')}
      note={words().muteNote}
    >
      {words().mute}
    </Tick>
  )
}
