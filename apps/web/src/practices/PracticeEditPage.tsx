import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const PracticeEditPage = () => {
  const words = useWords('practices')
  usePageTitle(() => words().write)
  return (
    <>
      <header class="head">
        <h1>{words().write}</h1>
      </header>
      <Empty text={words().none} />
    </>
  )
}
