import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const HomePage = () => {
  const words = useWords('home')
  usePageTitle(() => words().today)
  return (
    <>
      <header class="head">
        <h1>{words().today}</h1>
      </header>
      <Empty text={words().nothingWaits} />
    </>
  )
}
