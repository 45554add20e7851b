import { type DictionaryWord, type Locale, licenceName, licenceUrl, type PublicView, packable } from '@academy/contract'
import { ButtonLink } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { Pairs } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { minutes } from '@academy/language/ranges'
import { For, Show } from 'solid-js'
import {
  conditionPairs,
  everyPupilPairs,
  keepPairs,
  literacyOf,
  planPairs,
  stageBegun,
  stepPairs,
} from '../practices/card-pairs.ts'
import { namesOfTexts } from '../practices/names-of-texts.ts'
import { gradesOf, langOf, PracticeFacts, placeName, shownOf } from './rows.tsx'
import { WORDS } from './words.ts'

const names = (all: readonly DictionaryWord[]) => all.map((one) => one.name).join(', ')

/** Terms are ours, what stands beside them is the author's. */
const theirs = (pairs: readonly (readonly [string, string])[], lang: Locale | undefined) => (
  <Show when={pairs.length}>
    <Pairs
      items={pairs.map(([term, text]) => [
        term,
        <span class="prose" lang={lang}>
          {text}
        </span>,
      ])}
    />
  </Show>
)

/** A practice reads without script; what the author wrote carries the language it was written in. */
export const PracticePage = (props: { view: PublicView<'practice'>; locale: Locale }) => {
  const { translation, original, tried } = props.view
  const practice = shownOf(props.view)
  const { locale } = props
  const words = WORDS[locale].public
  const written = props.view.practice.language
  const { card, translated } = WORDS[locale]
  const lang = langOf(practice.language, locale)
  const leftOut = packable(practice.attachments)
    .left.map(({ name }) => `«${name}»`)
    .join(', ')
  const pairs = (
    [
      [words.subject, names(practice.subjects)],
      [words.grade, gradesOf(locale, practice.grades)],
      [words.time, minutes(locale, practice.minutes)],
      [words.resources, names(practice.resources)],
      [words.needs, practice.needs ? <span lang={lang}>{practice.needs}</span> : ''],
      [words.internet, words.internets[practice.internet]],
      ...conditionPairs(card, practice, (n) => minutes(locale, n)),
      [words.methods, names(practice.methods)],
      [words.evidence, names(practice.evidence)],
      [words.literacy, literacyOf(card, practice, words.literacyYes)],
      [words.language, <span lang={written}>{LANGUAGE_NAMES[written]}</span>],
      [words.published, formatDay(locale, practice.publishedAt)],
      [words.tries, tried.tries && words.tried(tried.tries, tried.schools)],
      [
        words.licence,
        <a rel="license" href={licenceUrl(practice.licence)}>
          {licenceName(practice.licence)}
        </a>,
      ],
    ] as const
  ).filter(([, value]) => value)
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={`/${locale}/practices`}>
            <Icon name="back" /> {words.practices}
          </a>
        </p>
        <h1 class="voice" lang={lang}>
          {practice.title}
        </h1>
        <PracticeFacts practice={props.view.practice} locale={locale} />
        <p class="small">
          {words.by([practice.author ?? words.someone, ...practice.coAuthors].join(', '))}
          {`\u00a0· ${placeName(practice.place, locale)}`}
        </p>
      </header>
      <div class="col">
        <Show when={translation}>
          {(it) => (
            <p class="small">
              {original
                ? ''
                : `${words.translated(written, it().by)}. ${it().stale ? `${translated.stale(namesOfTexts(WORDS[locale], it().changed))} ` : ''}`}
              <a href={`/${locale}/practices/${practice.id}${original ? '' : '?original=1'}`}>
                {original ? words.toTranslation : words.toOriginal}
              </a>
            </p>
          )}
        </Show>
        <Show when={!translation && practice.brief}>
          {(brief) => (
            <section class="because">
              <b>{brief().title}</b>
              <p class="prose">{brief().summary}</p>
            </section>
          )}
        </Show>
        <Show when={practice.source}>
          {(source) => (
            <p class="small">
              {words.adaptedFrom}{' '}
              <a href={source().url} rel="nofollow noopener" lang={lang}>
                {source().title}
              </a>
              {` · ${[source().author, source().place, licenceName(source().licence)].filter(Boolean).join(' · ')}`}
            </p>
          )}
        </Show>
        <Show when={practice.chain[0]}>
          {(origin) => (
            <p class="small">
              {words.adaptedFrom}{' '}
              <a href={`/${locale}/practices/${origin().id}`} lang={langOf(origin().language, locale)}>
                {origin().title}
              </a>
              {` · ${[origin().author, placeName(origin().place, locale)].filter(Boolean).join(' · ')}`}
            </p>
          )}
        </Show>
        <Show when={practice.credits.length}>
          <p class="small">
            {words.credits}{' '}
            <For each={practice.credits}>
              {(credit, at) => (
                <>
                  {at() ? '; ' : ''}
                  <a href={`/${locale}/practices/${credit.id}`} lang={langOf(credit.language, locale)}>
                    {credit.title}
                  </a>
                  {` · ${[credit.author, placeName(credit.place, locale)].filter(Boolean).join(' · ')}`}
                </>
              )}
            </For>
          </p>
        </Show>
        {theirs(planPairs(card, practice), lang)}
        <section class="part">
          <h2>{words.purpose}</h2>
          <p class="prose" lang={lang}>
            {practice.purpose}
          </p>
        </section>
        <Show when={practice.steps.length}>
          <section class="part">
            <h2>{words.steps}</h2>
            <ol class="steps">
              <For each={practice.steps}>
                {(step, at) => (
                  <li>
                    <Show when={stageBegun(card, practice.steps, at()) || step.minutes}>
                      <p>
                        <b>{stageBegun(card, practice.steps, at())}</b>{' '}
                        <span class="small">{step.minutes && minutes(locale, step.minutes)}</span>
                      </p>
                    </Show>
                    <p class="prose" lang={lang}>
                      {step.text}
                    </p>
                    {theirs(stepPairs(card, step), lang)}
                  </li>
                )}
              </For>
            </ol>
          </section>
        </Show>
        {theirs(keepPairs(card, practice), lang)}
        {theirs(everyPupilPairs(card, practice), lang)}
        <Show when={practice.attachments.length}>
          <section class="part">
            <h2>{words.attachments}</h2>
            <ul class="files" lang={lang}>
              <For each={practice.attachments}>
                {(file) => (
                  <li>
                    <a href={`/files/${file.fileId}`}>
                      <Show when={file.kind === 'image'}>
                        <img
                          src={`/files/${file.fileId}/small`}
                          alt=""
                          width={file.width ?? undefined}
                          height={file.height ?? undefined}
                          loading="lazy"
                        />
                      </Show>
                      {file.name}
                    </a>
                  </li>
                )}
              </For>
            </ul>
          </section>
        </Show>
      </div>
      <aside class="side">
        <Pairs items={pairs} />
        <p class="small">
          {words.takeAlong}: <a href={`/${locale}/practices/${practice.id}/print`}>{words.print}</a>
          {' · '}
          <a href={`/${locale}/practices/${practice.id}/sheet.pdf`}>PDF</a>
          {' · '}
          <a href={`/${locale}/practices/${practice.id}/pack.zip`}>ZIP</a>
          {leftOut ? ` ${words.packLeaves(leftOut)}` : ''}
        </p>
        <p class="small">{words.signInWhy}</p>
        <p class="deed">
          <ButtonLink kind="go" wide href={`/${locale}/sign-in?to=/${locale}/practices/${practice.id}`}>
            {words.enter}
          </ButtonLink>
        </p>
      </aside>
    </>
  )
}
