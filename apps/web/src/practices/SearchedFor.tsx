import { Button } from '@academy/design/Button'
import { useWords } from '../locale/locale.ts'
import type { Library } from './create-library.ts'

/** What was looked for in the place of what was typed, and the way back to it. */
export const SearchedFor = (props: { of: Library; meant: string }) => {
  const words = useWords('finding')
  return (
    <p class="line" role="status">
      <span>{words().searchedFor(props.meant)}</span>
      <Button kind="bare" onPress={() => props.of.asTyped()}>
        {words().asTyped(props.of.one('q'))}
      </Button>
    </p>
  )
}
