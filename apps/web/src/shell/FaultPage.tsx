import type { ErrorCode } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Match, Show, Switch } from 'solid-js'
import { errorWord, to, useWords } from '../locale/locale.ts'
import { me } from './me.ts'
import { usePageTitle } from './page-title.ts'

/** The code a thrown thing carries, over either carrier. */
export const codeOf = (fault: unknown): ErrorCode | undefined => {
  if (typeof fault !== 'object' || fault === null) return undefined
  const { code, data } = fault as { code?: unknown; data?: { refusal?: { code?: unknown } } }
  const found = data?.refusal?.code ?? code
  return typeof found === 'string' ? (found as ErrorCode) : undefined
}

/** A part of the page that the server no longer has: it was built anew since this page was opened. */
const isOldPart = (fault: unknown) =>
  fault instanceof TypeError && /dynamically imported module|module script|Importing a module/i.test(fault.message)

interface MessagePageProps {
  title: string
  why: string
  again?: (() => void) | undefined
  againName?: string | undefined
}

/** A page that only says something: what happened, and one deed. */
export const MessagePage = (props: MessagePageProps) => {
  const words = useWords('shell')
  usePageTitle(() => props.title)
  return (
    <>
      <header class="head">
        <h1>{props.title}</h1>
        <p>{props.why}</p>
      </header>
      <p class="line">
        <Show when={props.again}>
          {(again) => (
            <Button kind="go" onPress={() => again()()}>
              {props.againName ?? words().again}
            </Button>
          )}
        </Show>
        <ButtonLink kind={props.again ? 'bare' : 'go'} href={to(me() === null ? '' : '/home')}>
          {words().toHome}
        </ButtonLink>
      </p>
    </>
  )
}

export const NotFoundPage = () => {
  const words = useWords('faults')
  const shell = useWords('shell')
  return <MessagePage title={words().notFound} why={shell().notFoundWhy} />
}

/** A page that only the server has, asked for without a line. */
export const OfflinePage = () => {
  const words = useWords('faults')
  return <MessagePage title={words().offline} why={words().offlineWhy} again={() => location.reload()} />
}

/** Where a page fell: said by what fell, never as a stack. */
export const FaultPage = (props: { fault: unknown; again: () => void }) => {
  const words = useWords('faults')
  const shell = useWords('shell')
  const code = () => codeOf(props.fault)
  const known = () => {
    const found = code()
    return found && (errorWord(found) || undefined)
  }
  return (
    <Switch fallback={<MessagePage title={shell().fault} why={known() ?? words().faultWhy} again={props.again} />}>
      <Match when={isOldPart(props.fault) && navigator.onLine}>
        <MessagePage
          title={shell().newVersion}
          why={words().newVersionWhy}
          again={() => location.reload()}
          againName={shell().refresh}
        />
      </Match>
      <Match when={isOldPart(props.fault) || code() === 'client/offline'}>
        <MessagePage title={words().offline} why={words().offlineWhy} again={props.again} />
      </Match>
      <Match when={code() === 'not-found'}>
        <NotFoundPage />
      </Match>
      <Match when={code() === 'practices/withdrawn' || code() === 'rooms/archived' || code() === 'live/closed'}>
        <MessagePage title={words().gone} why={known() ?? words().goneWhy} />
      </Match>
    </Switch>
  )
}
