import { type Id, type Locale, missingTexts, newId, type TextKey, type TranslationOpened } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Alert, Empty } from '@academy/design/words'
import { formatNumber } from '@academy/language/numbers'
import { createSignal, For, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { announce } from '../shell/announce.ts'
import { createFault } from '../shell/create-fault.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createTranslation, createTranslationOpened } from './create-translation.ts'
import { TranslationField } from './TranslationField.tsx'
import css from './translating.module.css'

/** A practice in another language, text by text beside its original; also without a line, once it was opened here. */
export const TranslatePage = () => {
  const words = useWords('translating')
  const params = useParams<{ id: Id; to: Locale }>()
  const opened = createTranslationOpened(() => ({ practiceId: params.id, language: params.to }))
  usePageTitle(() => words().page(params.to))
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to(`/practices/${params.id}`)}>
            <Icon name="back" /> {words().toPractice}
          </a>
        </p>
        <h1>{words().page(params.to)}</h1>
        <p>{words().lead}</p>
        <LineBand />
      </header>
      <div class={css.page}>
        <Answer of={opened}>
          {(value) => (
            <Show when={`${params.id} ${params.to}`} keyed>
              <Translating practiceId={params.id} language={params.to} opened={value()} again={opened.again} />
            </Show>
          )}
        </Answer>
      </div>
    </>
  )
}

const Translating = (props: {
  practiceId: Id
  language: Locale
  opened: TranslationOpened
  again: () => Promise<void>
}) => {
  const sync = useSync()
  const words = useWords('translating')
  const design = useWords('design')
  const shell = useWords('shell')
  const refused = useRefused()
  const { practiceId, language } = props
  const [tried, setTried] = createSignal(false)
  const [fault, setFault] = createFault()
  const [busy, setBusy] = createSignal(false)
  const [sure, setSure] = createSignal(false)
  const of = (path: string, saved: string, verified: string, dropped: string) =>
    ({ 'practices.saveTranslation': saved, 'practices.verifyTranslation': verified })[path] ?? dropped
  const said = (path: string) => of(path, words().saved, words().verifySent, words().dropped)
  const waits = (path: string) => of(path, words().waiting, words().verifyWaiting, words().dropWaiting)
  const it = createTranslation({ practiceId, language }, () => props.opened, {
    again: () => props.again(),
    onDone: (path) => toasts.show({ text: said(path) }),
  })
  const original = () => props.opened.original
  const keys = () => Object.keys(original().texts) as TextKey[]
  const untouched = () => it.draft() === null && it.onWay().length === 0
  const done = () => keys().length - missingTexts(original().texts, it.form().texts).length
  const n = (value: number) => formatNumber(locale(), value)

  function label(key: TextKey): string {
    const [, at, field] = key.split('.')
    if (!field) return words().fields[key as keyof ReturnType<typeof words>['fields']]
    const more = words().stepFields[field as keyof ReturnType<typeof words>['stepFields']]
    return [words().step(Number(at) + 1), more].filter(Boolean).join(': ')
  }
  const without = (key: TextKey) => it.form().unsettled.filter((one) => one !== key)
  function write(key: TextKey, text: string) {
    it.change({ texts: { ...it.form().texts, [key]: text }, unsettled: without(key) })
  }
  function choose(key: TextKey, take: boolean) {
    const { [key]: theirs = '', ...rest } = it.form().theirs
    it.change({ theirs: rest, ...(take && { texts: { ...it.form().texts, [key]: theirs } }) })
  }

  async function save(event: SubmitEvent & { currentTarget: HTMLFormElement }) {
    event.preventDefault()
    setTried(true)
    if (it.form().unsettled.length || !done()) {
      event.currentTarget.querySelector(`.${css.wrong}`)?.scrollIntoView({ block: 'center' })
      return announce(done() ? words().unsettled : words().nothing)
    }
    await it.save()
    setTried(false)
    announce(design().waiting)
  }
  async function machine() {
    setBusy(true)
    setFault()
    try {
      const { base } = props.opened
      await sync.rpc.practices.machineTranslation.mutate({ id: newId(), practiceId, language, base })
      await props.again()
      announce(words().machineDone)
    } catch (error) {
      setFault(error)
    }
    setBusy(false)
  }
  function startAgain() {
    const before = it.draft()
    it.startAgain(null)
    toasts.show({ text: words().cleared, action: { label: design().undo, run: () => it.startAgain(before) } })
  }

  return (
    <>
      <Standing opened={props.opened} />
      <For each={it.refused().filter(({ path }, at, all) => !all.slice(at + 1).some((later) => later.path === path))}>
        {(item) => (
          <>
            <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
            <p>
              <Button onPress={() => void it.takeBack(item)}>
                {item.path === 'practices.saveTranslation' ? words().takeBack : shell().discard}
              </Button>
            </p>
          </>
        )}
      </For>
      <For each={it.onWay()}>{(item) => <State kind="wait">{waits(item.path)}</State>}</For>
      <Show when={it.met()}>
        <Alert title={words().elsewhere}>{words().elsewhereWhy}</Alert>
      </Show>
      <Show when={props.opened.may.machine && untouched()}>
        <div class="part">
          <p>
            <Button busy={busy()} onPress={() => void machine()}>
              {busy() ? words().machineAtWork : words().machine}
            </Button>
          </p>
          <p class="small">{words().machineWhy}</p>
        </div>
      </Show>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
      <Show when={props.opened.may.translate} fallback={<Empty text={words().mayNot} />}>
        <form class={css.form} onSubmit={(event) => void save(event)} noValidate>
          <For each={keys()}>
            {(key) => (
              <TranslationField
                name={key}
                label={label(key)}
                from={original().language}
                to={language}
                original={original().texts[key] ?? ''}
                was={props.opened.was?.[key]}
                unsettled={it.form().unsettled.includes(key)}
                theirs={it.form().theirs[key]}
                value={it.form().texts[key] ?? ''}
                terms={props.opened.terms}
                wrong={tried() && it.form().unsettled.includes(key)}
                onInput={(text) => write(key, text)}
                onStill={() => it.change({ unsettled: without(key) })}
                onTheirs={(take) => choose(key, take)}
              />
            )}
          </For>
          <p role="status">{words().progress(n(done()), n(keys().length))}</p>
          <Show when={tried() && (it.form().unsettled.length || !done())}>
            <Alert>{done() ? words().unsettled : words().nothing}</Alert>
          </Show>
          <Show when={it.draft()}>
            <p class="small">{design().kept}</p>
          </Show>
          <Show when={it.draft() || !props.opened.may.verify}>
            <Button kind="go" wide>
              {words().save}
            </Button>
          </Show>
          <Show when={it.draft()}>
            <p>
              <Button kind="bare" onPress={startAgain}>
                {words().startAgain}
              </Button>
            </p>
          </Show>
        </form>
      </Show>
      <Show when={untouched() && props.opened.newest}>
        {(newest) => (
          <div class="part">
            <Show
              when={props.opened.may.verify}
              fallback={
                <Show when={!newest().verified}>
                  <p class="small">{newest().whole && !newest().stale ? words().verifyOther : words().verifyAfter}</p>
                </Show>
              }
            >
              <p>{words().verifyWhy}</p>
              <Button kind="go" wide onPress={() => void it.verify(newest().n)}>
                {words().verify}
              </Button>
            </Show>
            <Show when={props.opened.may.withdraw}>
              <Show
                when={sure()}
                fallback={
                  <p>
                    <Button kind="bare" onPress={() => setSure(true)}>
                      {words().drop}
                    </Button>
                  </p>
                }
              >
                <Alert>{words().dropSure}</Alert>
                <p>
                  <Button
                    onPress={() => {
                      setSure(false)
                      void it.withdraw(newest().n)
                    }}
                  >
                    {words().dropYes}
                  </Button>
                </p>
              </Show>
            </Show>
          </div>
        )}
      </Show>
    </>
  )
}

/** How the newest save stands, in words. */
const Standing = (props: { opened: TranslationOpened }) => {
  const words = useWords('translating')
  const line = () => {
    const { newest } = props.opened
    const { states, someone } = words()
    if (!newest) return states.none
    if (newest.verified) return states.verified(newest.verifiedBy ?? someone)
    return newest.by === 'machine' ? states.machine : states.draft(newest.translator ?? someone)
  }
  return (
    <div class="part">
      <p>{line()}</p>
      <Show when={props.opened.newest?.stale}>
        <p class={css.changed}>{words().states.stale}</p>
      </Show>
    </div>
  )
}
