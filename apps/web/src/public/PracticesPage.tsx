import { LIMITS, type Locale, type PublicView } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { formatCount } from '@academy/language/numbers'
import { For, Show } from 'solid-js'
import { PracticeRows } from './rows.tsx'
import { WORDS } from './words.ts'

const GRADES = Array.from({ length: 11 }, (_, at) => at + 1)

/** The same sifting, further on. */
const queryOf = (asked: PublicView<'practices'>['asked'], cursor: string) =>
  new URLSearchParams([
    ...(asked.search ? [['q', asked.search]] : []),
    ...asked.subjects.map((subject) => ['subject', subject]),
    ...asked.grades.map((grade) => ['grade', `${grade}`]),
    ...(asked.ungraded ? [['ungraded', 'on']] : []),
    ['cursor', cursor],
  ]).toString()

export const PracticesPage = (props: { view: PublicView<'practices'>; locale: Locale }) => {
  const { view, locale } = props
  const words = WORDS[locale].public
  const { asked, found } = view
  const sifted = asked.search || asked.subjects.length || asked.grades.length || asked.ungraded
  return (
    <>
      <header class="head">
        <h1>{words.practices}</h1>
        <p>{words.practicesLead}</p>
      </header>
      <aside>
        <form class="part" method="get" action={`/${locale}/practices`}>
          <div class="field">
            <label for="q">{words.search}</label>
            <div class="find">
              <Icon name="find" />
              <input id="q" name="q" type="search" maxlength="200" value={asked.search} aria-describedby="q-hint" />
            </div>
            <p class="small" id="q-hint">
              {words.searchHint}
            </p>
          </div>
          <details open={Boolean(asked.subjects.length || asked.grades.length || asked.ungraded)}>
            <summary>
              <Icon name="sift" />
              {words.sift}
            </summary>
            <div class="part">
              <div class="field">
                <label for="subject">{words.subject}</label>
                <select id="subject" name="subject">
                  <option value="">{words.anySubject}</option>
                  <For each={view.subjects}>
                    {(one) => (
                      <option value={one.slug} selected={asked.subjects.includes(one.slug)}>
                        {one.name}
                      </option>
                    )}
                  </For>
                </select>
              </div>
              <div class="field">
                <label for="grade">{words.grade}</label>
                <select id="grade" name="grade">
                  <option value="">{words.anyGrade}</option>
                  <For each={GRADES}>
                    {(one) => (
                      <option value={one} selected={asked.grades.includes(one)}>
                        {one}
                      </option>
                    )}
                  </For>
                </select>
              </div>
              <label class="tick">
                <input type="checkbox" name="ungraded" checked={asked.ungraded} />
                <span>{words.mixedOnly}</span>
              </label>
            </div>
          </details>
          <button type="submit" class="btn go wide">
            {words.find}
          </button>
        </form>
      </aside>
      <div class="col first-col">
        <section class="part">
          <Show when={found.total !== null}>
            <p class="small">{words.found(formatCount(locale, found.total ?? 0, LIMITS.counted))}</p>
          </Show>
          <Show
            when={found.items.length}
            fallback={
              <div class="empty">
                <Icon name="horn" />
                <p>{words.none}</p>
                <Show when={sifted}>
                  <a class="btn" href={`/${locale}/practices`}>
                    {words.allAgain}
                  </a>
                </Show>
              </div>
            }
          >
            <PracticeRows items={found.items} locale={locale} />
          </Show>
          <Show when={found.next}>
            {(cursor) => (
              <a class="btn wide" rel="next" href={`/${locale}/practices?${queryOf(asked, cursor())}`}>
                {words.more}
              </a>
            )}
          </Show>
        </section>
      </div>
    </>
  )
}
