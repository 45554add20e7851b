import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import type { Library } from './create-library.ts'
import { Filters } from './Filters.tsx'

/** The filters on a phone: a sheet from below. */
export const FilterSheet = (props: { of: Library; open: boolean; onClose: () => void }) => {
  const words = useWords('practices')
  const design = useWords('design')
  return (
    <Dialog open={props.open} onClose={props.onClose} title={words().sift} closeLabel={design().close}>
      <Filters of={props.of} />
      <Button kind="go" wide onPress={props.onClose}>
        {words().show}
      </Button>
      <Show when={props.of.active().length}>
        <Button kind="bare" onPress={props.of.clear}>
          {words().allAgain}
        </Button>
      </Show>
    </Dialog>
  )
}
