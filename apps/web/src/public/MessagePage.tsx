import type { Locale } from '@academy/contract'
import { ButtonLink } from '@academy/design/Button'
import { WORDS } from './words.ts'

/** A page that only says what happened, what is kept and what one may do. */
export const MessagePage = (props: {
  title: string
  why: string
  locale: Locale
  again?: string | undefined
  signedIn?: boolean | undefined
}) => {
  const { public: words, shell } = WORDS[props.locale]
  return (
    <>
      <header class="head">
        <h1>{props.title}</h1>
        <p>{props.why}</p>
      </header>
      <p class="line">
        <ButtonLink kind="go" href={props.again ?? `/${props.locale}/practices`}>
          {props.again ? shell.again : words.toPractices}
        </ButtonLink>
        <ButtonLink kind="bare" href={`/${props.locale}${props.signedIn ? '/home' : ''}`}>
          {shell.toHome}
        </ButtonLink>
      </p>
    </>
  )
}
