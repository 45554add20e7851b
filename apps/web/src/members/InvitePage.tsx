import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const InvitePage = () => {
  const words = useWords('members')
  usePageTitle(() => words().invitation)
  return (
    <>
      <header class="head">
        <h1>{words().invitation}</h1>
      </header>
      <Empty text={words().notOpen} />
    </>
  )
}
