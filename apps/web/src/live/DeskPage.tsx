import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const DeskPage = () => {
  const words = useWords('live')
  usePageTitle(() => words().desk)
  return (
    <>
      <header class="head">
        <h1>{words().desk}</h1>
      </header>
      <Empty text={words().noQuestions} />
    </>
  )
}
