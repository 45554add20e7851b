import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const PracticePage = () => {
  const words = useWords('practices')
  usePageTitle(() => words().practice)
  return (
    <>
      <header class="head">
        <h1>{words().practice}</h1>
      </header>
      <Empty text={words().none} />
    </>
  )
}
