import type { PracticeOpened, PracticeView } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { Alert } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { Show } from 'solid-js'
import { locale, needWords, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useLocation, useParams, useSearchParams } from '../shell/router.ts'
import { createPractice } from './create-practice.ts'
import { MyChanges } from './MyChanges.tsx'
import { PracticeFacts } from './PracticeRows.tsx'
import { langOf, metaOf } from './practice-words.ts'
import { Circumstances, Reading } from './Reading.tsx'
import css from './reading.module.css'

/** For who was sent the link to write along. */
const joinPart = () =>
  Promise.all([import('./JoinAuthors.tsx'), needWords('practiceErrors')]).then(([module]) => module.JoinAuthors)

/** What one does once one has read. */
const doingPart = () =>
  Promise.all([import('./Doing.tsx'), needWords('trials', 'collections', 'taking')]).then(([module]) => module.Doing)
const languagesPart = () =>
  Promise.all([import('./Translated.tsx'), needWords('translated')]).then(([module]) => module.Languages)
const authorsPart = () =>
  Promise.all([import('./ForAuthors.tsx'), needWords('withdrawing')]).then(([module]) => module.ForAuthors)

/** What came of it: below what one came for, so it comes after it. */
const trialsPart = () => Promise.all([import('./Trials.tsx'), needWords('trials')]).then(([module]) => module.Trials)
const evidencePart = () =>
  Promise.all([import('./Evidence.tsx'), needWords('files', 'evidence')]).then(([module]) => module.Evidence)
const reviewsPart = () =>
  Promise.all([import('./Reviews.tsx'), needWords('reviews', 'reviewErrors')]).then(([module]) => module.Reviews)
const similarPart = () => import('./Similar.tsx').then((module) => module.Similar)

type Query = { original?: string }

/** In the reader's language where somebody verified that, unless they asked for the original. */
const inReaders = ({ practice, translation }: PracticeOpened, original: string | undefined): PracticeView =>
  translation && !original ? { ...practice, ...translation.content } : practice

export const PracticePage = () => {
  const words = useWords('practices')
  const params = useParams<{ id: string }>()
  const [query] = useSearchParams<Query>()
  const opened = createPractice(() => params.id)
  const shown = () => opened.value() && inReaders(opened.value() as PracticeOpened, query.original)
  usePageTitle(() => shown()?.title ?? words().practice)
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to('/practices')}>
            <Icon name="back" /> {words().title}
          </a>
        </p>
        <Show when={opened.value()?.practice}>
          {(practice) => (
            <>
              <h1 class="voice" lang={langOf(shown()?.language ?? practice().language)}>
                {shown()?.title}
              </h1>
              <p class="small">{metaOf(words(), practice())}</p>
              <PracticeFacts practice={practice()} />
            </>
          )}
        </Show>
        <LineBand />
      </header>
      <Answer of={opened}>{(value) => <Opened value={value()} again={() => void opened.again()} />}</Answer>
    </>
  )
}

/** The words; beside them (on a phone below them) what one does; then what came of it. */
const Opened = (props: { value: PracticeOpened; again: () => void }) => {
  const words = useWords('practices')
  const at = useLocation()
  const [query] = useSearchParams<Query>()
  const practice = () => props.value.practice
  const shown = () => inReaders(props.value, query.original)
  const may = () => props.value.may
  return (
    <>
      <div class="col">
        <Show when={props.value.withdrawal}>
          {(withdrawal) => (
            <Alert title={words().withdrawn(formatDay(locale(), withdrawal().at))}>{withdrawal().reason}</Alert>
          )}
        </Show>
        <MyChanges id={practice().id} onDone={props.again} />
        <Show when={at.search.includes('join=') && !may().edit}>
          <Later load={joinPart} props={{ id: practice().id, search: at.search, onJoined: () => props.again() }} />
        </Show>
        <Reading opened={props.value} shown={shown()} original={Boolean(query.original)} />
      </div>
      <aside class={`side ${css.aside}`}>
        <Show when={!props.value.withdrawal}>
          <Later
            load={doingPart}
            props={{
              get practice() {
                return practice()
              },
              get own() {
                return may().edit
              },
            }}
          />
        </Show>
        <Circumstances practice={shown()} written={practice().language} />
        <Show when={!props.value.withdrawal}>
          <Later load={languagesPart} props={{ id: practice().id, onDone: () => props.again() }} />
        </Show>
        <Show when={may().edit || may().withdraw || may().versions}>
          <Later
            load={authorsPart}
            props={{
              id: practice().id,
              get title() {
                return practice().title
              },
              get version() {
                return practice().version
              },
              get may() {
                return may()
              },
              again: () => props.again(),
            }}
          />
        </Show>
      </aside>
      <div class="col">
        <Show when={!props.value.withdrawal}>
          <Later load={trialsPart} props={{ practiceId: practice().id, version: practice().version }} />
        </Show>
        <Show when={me()}>
          <Later load={evidencePart} props={{ practiceId: practice().id }} />
        </Show>
        <Show when={!props.value.withdrawal}>
          <Later load={reviewsPart} props={{ practiceId: practice().id }} />
        </Show>
        <Later load={similarPart} props={{ id: practice().id }} />
      </div>
    </>
  )
}
