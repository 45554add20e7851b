import { OfflineBand } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { createLine } from '../sync/index.ts'
import { useSync } from './use-sync.ts'

/** Put it under a page's title: says when the line comes and goes, and when there is none. */
export const LineBand = () => {
  const words = useWords('design')
  const line = createLine(useSync())
  const none = () => line() === 'offline'
  return (
    <OfflineBand show={none() || line() === 'shaky'} title={none() ? words().noLine : words().badLine}>
      {none() ? words().noLineWhy : words().badLineWhy}
    </OfflineBand>
  )
}
