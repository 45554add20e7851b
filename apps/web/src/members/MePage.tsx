import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const MePage = () => {
  const words = useWords('members')
  usePageTitle(() => words().me)
  return (
    <>
      <header class="head">
        <h1>{words().me}</h1>
      </header>
      <Empty text={words().notOpen} />
    </>
  )
}
