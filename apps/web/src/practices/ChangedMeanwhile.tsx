import type { Id } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Alert } from '@academy/design/words'
import { to, useWords } from '../locale/locale.ts'

/** Somebody changed it on another device: the text here is kept, and is sent only after one has looked at theirs. */
export const ChangedMeanwhile = (props: { id: Id; mineStays: () => void }) => {
  const words = useWords('writing')
  return (
    <>
      <Alert title={words().changedMeanwhile}>{words().changedWhatToDo}</Alert>
      <p class="line">
        <ButtonLink href={to(`/practices/${props.id}`)}>{words().openNew}</ButtonLink>
        <Button onPress={() => props.mineStays()}>{words().mineStays}</Button>
      </p>
    </>
  )
}
