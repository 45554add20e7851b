import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const AdminPage = () => {
  const words = useWords('members')
  usePageTitle(() => words().admin)
  return (
    <>
      <header class="head">
        <h1>{words().admin}</h1>
      </header>
      <Empty text={words().notOpen} />
    </>
  )
}
