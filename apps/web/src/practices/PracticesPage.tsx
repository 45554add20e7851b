import { LIMITS } from '@academy/contract'
import '@academy/design/forms.css'
import { Button, ButtonLink } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { Keys } from '@academy/design/Keys'
import { Alert, Empty } from '@academy/design/words'
import { formatCount } from '@academy/language/numbers'
import { mayPublishPracticeSomewhere, mayReviewSomewhere } from '@academy/policy'
import { createMemo, createSignal, For, onCleanup, Show } from 'solid-js'
import { locale, needWords, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useRefused } from '../shell/use-refused.ts'
import { createLibrary, type Library } from './create-library.ts'
import css from './list.module.css'
import { OnTheWay } from './OnTheWay.tsx'
import { PracticeRows } from './PracticeRows.tsx'

// The list comes first; what sifts it may come a moment later.
const filters = () => import('./Filters.tsx').then((module) => module.Filters)
const searchedFor = () =>
  Promise.all([import('./SearchedFor.tsx'), needWords('finding')]).then(([module]) => module.SearchedFor)
const filterSheet = () => import('./FilterSheet.tsx').then((module) => module.FilterSheet)

/** A desk has room at its side; on a phone the same stands in a sheet. */
function createDeskWide() {
  const media = matchMedia('(min-width: 60rem)')
  const [wide, setWide] = createSignal(media.matches)
  const look = () => setWide(media.matches)
  media.addEventListener('change', look)
  onCleanup(() => media.removeEventListener('change', look))
  return wide
}

export const PracticesPage = () => {
  const words = useWords('practices')
  const refused = useRefused()
  usePageTitle(() => words().title)
  const library = createLibrary()
  const wide = createDeskWide()
  const [sheet, setSheet] = createSignal(false)
  /** Fetched when it is first needed, and then it stays: closing gives the focus back. */
  const sheetNeeded = createMemo<boolean>((before) => before || sheet(), false)
  const stale = () => !library.value()

  return (
    <>
      <header class="head">
        <h1>{words().title}</h1>
        <p class="small">{words().lead}</p>
        <LineBand />
      </header>
      <div class="col">
        <section class="part">
          <SearchField of={library} />
          <div class="line">
            <For each={library.active()}>
              {(filter) => (
                <Button pressed label={words().without(filter.word)} onPress={() => library.set(filter.name, '')}>
                  {filter.word} <Icon name="cross" />
                </Button>
              )}
            </For>
            <Show when={!wide()}>
              <Button onPress={() => setSheet(true)}>
                <Icon name="sift" /> {words().sift}
              </Button>
            </Show>
          </div>
        </section>
        <OnTheWay />
        <section class="part">
          <Answer of={{ ...library, value: library.shown }}>
            {(page) => (
              <div class="part" classList={{ [css.stale as string]: stale() }}>
                <Show when={page().searchedFor}>
                  {(meant) => (
                    <Later
                      load={searchedFor}
                      props={{
                        of: library,
                        get meant() {
                          return meant()
                        },
                      }}
                    />
                  )}
                </Show>
                <Show when={page().total}>
                  {(total) => (
                    <h2 aria-live="polite">{words().found(formatCount(locale(), total(), LIMITS.counted))}</h2>
                  )}
                </Show>
                <Show when={page().items.length} fallback={<Nothing of={library} />}>
                  <PracticeRows items={page().items} />
                </Show>
                <Show when={library.stuck()}>{(why) => <Alert>{refused(why())}</Alert>}</Show>
                <Show when={page().next}>
                  <Button wide busy={library.busy()} onPress={() => void library.more()}>
                    {words().more}
                  </Button>
                </Show>
              </div>
            )}
          </Answer>
        </section>
      </div>
      <aside class="side">
        <Show when={mayPublishPracticeSomewhere(actor())}>
          <p class="deed">
            <ButtonLink kind="go" wide href={to('/practices/new')}>
              {words().write}
            </ButtonLink>
          </p>
        </Show>
        <p>
          <a href={to('/collections')}>{words().collections}</a>
        </p>
        <Show when={mayReviewSomewhere(actor())}>
          <p>
            <a href={to('/reviews')}>{words().toReviews}</a>
          </p>
        </Show>
        <Show when={wide()}>
          <Later load={filters} props={{ of: library }} />
        </Show>
      </aside>
      <Show when={sheetNeeded()}>
        <Later
          load={filterSheet}
          props={{
            of: library,
            get open() {
              return sheet() && !wide()
            },
            onClose: () => setSheet(false),
          }}
        />
      </Show>
    </>
  )
}

const SearchField = (props: { of: Library }) => {
  const words = useWords('practices')
  const design = useWords('design')
  const [typing, setTyping] = createSignal(false)
  let field: HTMLInputElement | undefined
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          props.of.search(props.of.typed(), true)
          field?.blur()
        }}
        onFocusIn={() => setTyping(true)}
      >
        <div class="field find">
          <label class="unseen" for="q">
            {words().search}
          </label>
          <Icon name="find" />
          <input
            id="q"
            ref={field}
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            maxLength={LIMITS.search}
            placeholder={words().search}
            value={props.of.typed()}
            onInput={(event) => props.of.search(event.currentTarget.value)}
          />
          <Show when={typing()}>
            <Keys label={design().letters} into={() => field} />
          </Show>
        </div>
      </form>
    </search>
  )
}

/** Nothing was found: the last filter put on is the first to be taken off. */
const Nothing = (props: { of: Library }) => {
  const words = useWords('practices')
  const last = () => props.of.active().at(-1)
  return (
    <Empty text={last() ? words().none : words().noneAtAll}>
      <Show when={last()}>
        {(filter) => <Button onPress={() => props.of.set(filter().name, '')}>{words().without(filter().word)}</Button>}
      </Show>
    </Empty>
  )
}
