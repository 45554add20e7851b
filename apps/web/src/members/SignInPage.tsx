import { Empty } from '@academy/design/words'
import { useWords } from '../locale/locale.ts'
import { usePageTitle } from '../shell/page-title.ts'

export const SignInPage = () => {
  const words = useWords('members')
  usePageTitle(() => words().signIn)
  return (
    <>
      <header class="head">
        <h1>{words().signIn}</h1>
      </header>
      <Empty text={words().signInWhy} />
    </>
  )
}
