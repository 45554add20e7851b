import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const JoinPage = () => {
  const words = useWords('live')
  usePageTitle(() => words().join)
  return (
    <>
      <header class="head">
        <h1>{words().join}</h1>
      </header>
      <Empty text={words().none} />
    </>
  )
}
