import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const LivePage = (_props: { id: string }) => {
  const words = useWords('live')
  usePageTitle(() => words().title)
  return (
    <>
      <header class="head">
        <h1>{words().title}</h1>
      </header>
      <Empty text={words().noQuestions} />
    </>
  )
}
