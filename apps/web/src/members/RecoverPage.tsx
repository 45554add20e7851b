import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const RecoverPage = () => {
  const words = useWords('members')
  usePageTitle(() => words().recover)
  return (
    <>
      <header class="head">
        <h1>{words().recover}</h1>
      </header>
      <Empty text={words().notOpen} />
    </>
  )
}
