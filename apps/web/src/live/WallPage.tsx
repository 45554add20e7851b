import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const WallPage = () => {
  const words = useWords('live')
  usePageTitle(() => words().wall)
  return (
    <>
      <header class="head">
        <h1>{words().wall}</h1>
      </header>
      <Empty text={words().noQuestions} />
    </>
  )
}
