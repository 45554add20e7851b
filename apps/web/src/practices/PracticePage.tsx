import type { Locale, PracticeOpened, PracticeView } from '@academy/contract'
import { Button, ButtonLink } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Alert, Pairs } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { minutes } from '@academy/language/ranges'
import { createSignal, For, onCleanup, Show } from 'solid-js'
import { locale, needWords, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useLocation, useParams, useSearchParams } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { conditionPairs, everyPupilPairs, keepPairs, literacyOf, planPairs } from './card-pairs.ts'
import { createPractice } from './create-practice.ts'
import { createWritten } from './own-items.ts'
import { PracticeFacts } from './PracticeRows.tsx'
import { gradesOf, langOf, metaOf, names, placeOf } from './practice-words.ts'
import { inTheirs, Steps } from './Steps.tsx'
import { share } from './share.ts'

/** What peers say: below what one came for, so it comes after it. */
const reviewsPart = () =>
  Promise.all([import('./Reviews.tsx'), needWords('reviews'), needWords('reviewErrors')]).then(
    ([module]) => module.Reviews,
  )

const trialsPart = () => Promise.all([import('./Trials.tsx'), needWords('trials')]).then(([module]) => module.Trials)

/** For those who write it, and for who was sent the link to write along. */
const coAuthorsPart = () => import('./CoAuthors.tsx').then((module) => module.CoAuthors)
const joinPart = () =>
  Promise.all([import('./JoinAuthors.tsx'), needWords('practiceErrors')]).then(([module]) => module.JoinAuthors)

const againstOrigin = () =>
  Promise.all([import('./AgainstOrigin.tsx'), needWords('changes')]).then(([module]) => module.AgainstOrigin)
const keepPart = () => Promise.all([import('./Keep.tsx'), needWords('collections')]).then(([module]) => module.Keep)

/** For the few who keep it. */
const versionsPart = () =>
  Promise.all([import('./Versions.tsx'), needWords('changes')]).then(([module]) => module.Versions)
const withdrawPart = () =>
  Promise.all([import('./Withdraw.tsx'), needWords('withdrawing')]).then(([module]) => module.Withdraw)

/** From which language it is, and which others there are. */
const translatedFrom = () =>
  Promise.all([import('./Translated.tsx'), needWords('translated')]).then(([module]) => module.TranslatedFrom)
const languagesPart = () =>
  Promise.all([import('./Translated.tsx'), needWords('translated')]).then(([module]) => module.Languages)

/** For who has read this one. */
const similarPart = () => import('./Similar.tsx').then((module) => module.Similar)

const filesAndEvidence = () =>
  Promise.all([import('./FilesAndEvidence.tsx'), needWords('files', 'evidence')]).then(
    ([module]) => module.FilesAndEvidence,
  )

const takePart = () =>
  Promise.all([import('./TakeAlong.tsx'), needWords('taking')]).then(([module]) => module.TakeAlong)

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

const Opened = (props: { value: PracticeOpened; again: () => void }) => {
  const words = useWords('practices')
  const card = useWords('card')
  const at = useLocation()
  const [query] = useSearchParams<Query>()
  const practice = () => props.value.practice
  const shown = () => inReaders(props.value, query.original)
  const lang = () => langOf(shown().language)

  async function send() {
    const { title, brief, id, purpose } = practice()
    const about = `${metaOf(words(), practice())}\n${(brief?.summary ?? purpose).slice(0, 280)}`
    const how = await share(brief?.title ?? title, about, `${location.origin}${to(`/practices/${id}`)}`)
    if (how === 'copied') toasts.show({ text: words().copied })
    if (how === 'failed') toasts.show({ text: words().notCopied })
  }

  return (
    <>
      <div class="col">
        <Show when={props.value.withdrawal}>
          {(withdrawal) => (
            <Alert title={words().withdrawn(formatDay(locale(), withdrawal().at))}>{withdrawal().reason}</Alert>
          )}
        </Show>
        <MyChanges id={practice().id} onDone={props.again} />
        <Show when={at.search.includes('join=') && !props.value.may.edit}>
          <Later load={joinPart} props={{ id: practice().id, search: at.search, onJoined: () => props.again() }} />
        </Show>
        <Show when={props.value.translation}>
          {(translation) => (
            <Later
              load={translatedFrom}
              // Its line stands there before its words, so that nothing moves.
              meanwhile={<p class="small">{'\u00a0'}</p>}
              props={{
                get translation() {
                  return translation()
                },
                get from() {
                  return practice().language
                },
                get original() {
                  return Boolean(query.original)
                },
                get id() {
                  return practice().id
                },
              }}
            />
          )}
        </Show>
        <Show when={!props.value.translation && practice().brief}>
          {(brief) => (
            <section class="because">
              <b>{brief().title}</b>
              <p class="prose">{brief().summary}</p>
            </section>
          )}
        </Show>
        <Show when={practice().source}>
          {(source) => (
            <p class="small">
              {words().adaptedFrom}{' '}
              <a href={source().url} rel="external nofollow noopener">
                {source().title}
              </a>
              {` · ${[source().author, source().place].filter(Boolean).join(' · ')}`}
            </p>
          )}
        </Show>
        <Show when={practice().chain[0]}>
          {(origin) => (
            <p class="small">
              {words().adaptedFrom}{' '}
              <a href={to(`/practices/${origin().id}`)} lang={langOf(origin().language)}>
                {origin().title}
              </a>
              {` · ${[origin().author, placeOf(words(), origin().place)].filter(Boolean).join(' · ')}`}
            </p>
          )}
        </Show>
        <Show when={planPairs(card(), shown()).length}>
          <Pairs items={inTheirs(planPairs(card(), shown()), lang())} />
        </Show>
        <Show when={practice().chain.length}>
          <WhatChanged id={practice().id} />
        </Show>
        <Show when={practice().credits.length}>
          <p class="small">
            {words().credits}{' '}
            <For each={practice().credits}>
              {(credit, at) => (
                <>
                  {at() ? '; ' : ''}
                  <a href={to(`/practices/${credit.id}`)} lang={langOf(credit.language)}>
                    {credit.title}
                  </a>
                  {` · ${[credit.author, placeOf(words(), credit.place)].filter(Boolean).join(' · ')}`}
                </>
              )}
            </For>
          </p>
        </Show>
        <section class="part">
          <h2>{words().purpose}</h2>
          <p class="prose" lang={lang()}>
            {shown().purpose}
          </p>
        </section>
        <section class="part">
          <h2>{words().steps}</h2>
          <Steps steps={shown().steps} lang={lang()} />
        </section>
        <For each={[keepPairs, everyPupilPairs]}>
          {(pairs) => (
            <Show when={pairs(card(), shown()).length}>
              <Pairs items={inTheirs(pairs(card(), shown()), lang())} />
            </Show>
          )}
        </For>
        <Later
          load={filesAndEvidence}
          props={{
            get practice() {
              return practice()
            },
          }}
        />
        <Later load={similarPart} props={{ id: practice().id }} />
      </div>
      <aside class="side">
        <PracticePairs practice={shown()} written={practice().language} />
        <Show when={props.value.may.edit || props.value.may.withdraw}>
          <div class="line">
            <Show when={props.value.may.edit}>
              <ButtonLink href={to(`/practices/${practice().id}/edit`)}>
                <Icon name="edit" /> {words().edit}
              </ButtonLink>
            </Show>
            <Show when={props.value.may.withdraw}>
              <Later
                load={withdrawPart}
                props={{ practiceId: practice().id, own: props.value.may.edit, onDone: () => props.again() }}
              />
            </Show>
          </div>
        </Show>
        <Show when={props.value.may.edit}>
          <Later
            load={coAuthorsPart}
            props={{ id: practice().id, title: practice().title, onChange: () => props.again() }}
          />
        </Show>
        <Show when={!props.value.withdrawal}>
          <Later load={keepPart} props={{ practiceId: practice().id }} />
          <Later load={trialsPart} props={{ practiceId: practice().id, version: practice().version }} />
          <Later load={reviewsPart} props={{ practiceId: practice().id }} />
          <Later load={languagesPart} props={{ id: practice().id, onDone: () => props.again() }} />
        </Show>
        <Show when={props.value.may.versions && practice().version > 1}>
          <Later load={versionsPart} props={{ practiceId: practice().id }} />
        </Show>
        <Show when={!props.value.withdrawal}>
          <p class="deed">
            <Button kind="go" wide onPress={() => void send()}>
              {words().share}
            </Button>
          </p>
          <Later
            load={takePart}
            props={{ practiceId: practice().id, files: practice().attachments, onShare: () => void send() }}
          />
        </Show>
      </aside>
    </>
  )
}

/** Beside what it was made from; asked for when somebody wants to know. */
const WhatChanged = (props: { id: string }) => {
  const words = useWords('practices')
  const [open, setOpen] = createSignal(false)
  return (
    <section class="part">
      <p>
        <Button kind="bare" expanded={open()} onPress={() => setOpen(!open())}>
          {words().whatChanged}
        </Button>
      </p>
      <Show when={open()}>
        <Later
          load={againstOrigin}
          props={{
            get id() {
              return props.id
            },
          }}
        />
      </Show>
    </section>
  )
}

/** One's own edit that the server does not have yet, or refused. */
const MyChanges = (props: { id: string; onDone: () => void }) => {
  const sync = useSync()
  const words = useWords('practices')
  const design = useWords('design')
  const refused = useRefused()
  const written = createWritten(sync, () => props.id)
  onCleanup(sync.outbox.onDone((id) => written().some((item) => item.id === id) && props.onDone()))
  return (
    <For each={written().filter((item) => item.state !== 'sent')}>
      {(item) => (
        <Show
          when={item.state === 'refused'}
          fallback={
            <State kind="wait">
              {words().edit}: {design().waiting}
            </State>
          }
        >
          <section class="part">
            <State kind="no">{design().refused(refused(item.refusal ?? { code: 'fault' }))}</State>
            <p>
              <ButtonLink href={to(`/practices/${props.id}/edit`)}>{words().edit}</ButtonLink>
            </p>
          </section>
        </Show>
      )}
    </For>
  )
}

const PracticePairs = (props: { practice: PracticeView; written: Locale }) => {
  const words = useWords('practices')
  const card = useWords('card')
  const pairs = () => {
    const say = words()
    const it = props.practice
    const all = [
      [say.subject, names(it.subjects)],
      [say.grade, gradesOf(say, it.grades)],
      [say.time, minutes(locale(), it.minutes)],
      [say.resources, names(it.resources)],
      [say.needs, it.needs && <span lang={langOf(it.language)}>{it.needs}</span>],
      [say.internet, say.internets[it.internet]],
      ...conditionPairs(card(), it, (n) => minutes(locale(), n)),
      [say.methods, names(it.methods)],
      [say.evidence, names(it.evidence)],
      [say.literacy, literacyOf(card(), it, say.literacyYes)],
      [say.language, <span lang={props.written}>{LANGUAGE_NAMES[props.written]}</span>],
      [say.author, [it.author ?? say.someone, ...it.coAuthors].join(', ')],
      [say.place, placeOf(say, it.place)],
      [
        say.published,
        [
          formatDay(locale(), it.publishedAt),
          it.editedAt !== null && say.editedOn(formatDay(locale(), it.editedAt)),
          it.version > 1 && say.version(it.version),
        ]
          .filter(Boolean)
          .join(', '),
      ],
    ] as const
    return all.filter(([, value]) => value)
  }
  return <Pairs items={pairs()} />
}
