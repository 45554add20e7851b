import type { CollectionEntry, CollectionPage, PracticeRow } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Icon } from '@academy/design/Icon'
import { State } from '@academy/design/State'
import { Empty } from '@academy/design/words'
import { For, Show } from 'solid-js'
import { needWords, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { announce } from '../shell/announce.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { toasts } from '../shell/toasts.ts'
import { useSync } from '../shell/use-sync.ts'
import { COLLECTIONS } from './collection-deeds.ts'
import { createCollection } from './create-collection.ts'
import css from './list.module.css'
import { PracticeFacts, PracticeRows } from './PracticeRows.tsx'
import { langOf, metaOf } from './practice-words.ts'
import { RefusedDeeds } from './RefusedDeeds.tsx'
import { share } from './share.ts'

/** For its owner alone. */
const keeping = () =>
  Promise.all([import('./CollectionKeeping.tsx'), needWords('collections')]).then(
    ([module]) => module.CollectionKeeping,
  )

/** What somebody put together: to read; its owner puts it in order and shares it. */
export const Collection = (props: { id: string }) => {
  const sync = useSync()
  const words = useWords('collections')
  const practices = useWords('practices')
  const design = useWords('design')
  const opened = createCollection(() => props.id)
  usePageTitle(() => opened.value()?.collection.title ?? words().collection)
  const mine = () => opened.value()?.may.edit

  const put = (path: 'practices.shareCollection', input: { shared: boolean }) =>
    sync.outbox.put(path, { collectionId: props.id, ...input }, { lane: COLLECTIONS })
  async function send({ collection }: CollectionPage) {
    if (!collection.shared) await put('practices.shareCollection', { shared: true })
    const how = await share(
      collection.title,
      collection.note,
      `${location.origin}${to(`/collections/${collection.id}`)}`,
    )
    if (how === 'copied') toasts.show({ text: practices().copied })
    if (how === 'failed') toasts.show({ text: practices().notCopied })
  }

  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to(mine() ? '/collections' : '/practices')}>
            <Icon name="back" /> {mine() ? words().title : practices().title}
          </a>
        </p>
        <Show when={opened.value()?.collection}>
          {(collection) => (
            <>
              <h1>{collection().title}</h1>
              <p class="small">
                {words().by(collection().by ?? practices().someone)}
                {` · ${words().count(opened.value()?.items.length ?? 0)}`}
              </p>
            </>
          )}
        </Show>
        <LineBand />
      </header>
      <Answer of={opened}>
        {(page) => (
          <>
            <div class="col">
              <Show when={page().collection.note}>
                <p class="prose">{page().collection.note}</p>
              </Show>
              <Show when={page().items.length} fallback={<Empty text={words().empty} />}>
                <Show
                  when={page().may.edit}
                  fallback={<PracticeRows items={page().items.flatMap(({ practice }) => practice ?? [])} />}
                >
                  <Ordered page={page()} />
                </Show>
              </Show>
              <div aria-live="polite">
                <Show when={opened.onWay().length}>
                  <State kind="wait">{design().waiting}</State>
                </Show>
                <RefusedDeeds items={opened.refused()} />
              </div>
            </div>
            <Show when={page().may.edit}>
              <aside class="side">
                <p class="small">{page().collection.shared ? words().sharedWhy : words().shareWhy}</p>
                <p class="deed">
                  <Button kind="go" wide onPress={() => void send(page())}>
                    {page().collection.shared ? words().sendLink : words().share}
                  </Button>
                </p>
                <Show when={page().collection.shared}>
                  <p>
                    <Button kind="bare" onPress={() => void put('practices.shareCollection', { shared: false })}>
                      {words().unshare}
                    </Button>
                  </p>
                </Show>
                <Later
                  load={keeping}
                  props={{
                    get collection() {
                      return page().collection
                    },
                  }}
                />
              </aside>
            </Show>
          </>
        )}
      </Answer>
    </>
  )
}

const Brief = (props: { practice: PracticeRow }) => {
  const practices = useWords('practices')
  return (
    <div class="practice">
      <h3>
        <a
          class="voice"
          href={to(`/practices/${props.practice.id}`)}
          lang={props.practice.brief ? undefined : langOf(props.practice.language)}
        >
          {props.practice.brief?.title ?? props.practice.title}
        </a>
      </h3>
      <p class="small">{metaOf(practices(), props.practice)}</p>
      <PracticeFacts practice={props.practice} />
    </div>
  )
}

/** Each practice with its place in the order; what was taken out can be put back where it stood. */
const Ordered = (props: { page: CollectionPage }) => {
  const sync = useSync()
  const words = useWords('collections')
  const design = useWords('design')
  const collectionId = () => props.page.collection.id
  const ids = () => props.page.items.map(({ id }) => id)
  const titleOf = ({ practice }: CollectionEntry) => practice?.brief?.title ?? practice?.title ?? words().goneShort
  const put = (
    path: 'practices.keepPractice' | 'practices.movePractice' | 'practices.letGoPractice',
    input: { practiceId: string; position?: number },
  ) => sync.outbox.put(path, { collectionId: collectionId(), ...input } as never, { lane: COLLECTIONS })

  function remove(entry: CollectionEntry, position: number) {
    void put('practices.letGoPractice', { practiceId: entry.id })
    const action = {
      label: design().undo,
      run: () => void put('practices.keepPractice', { practiceId: entry.id, position }),
    }
    // What its author took back cannot be put in again.
    toasts.show({ text: words().removed, ...(entry.practice && { action }) })
  }
  async function move(entry: CollectionEntry, position: number) {
    await put('practices.movePractice', { practiceId: entry.id, position })
    announce(words().movedTo(titleOf(entry), position + 1))
  }
  return (
    <ol class="list">
      <For each={ids()}>
        {(id, at) => (
          <Show when={props.page.items.find((entry) => entry.id === id)}>
            {(entry) => (
              <li class={`practice ${css.kept}`}>
                <Show when={entry().practice} fallback={<p class="small">{words().gone}</p>}>
                  {(practice) => <Brief practice={practice()} />}
                </Show>
                <div class={css.moves}>
                  <Show when={at() > 0}>
                    <button
                      type="button"
                      class="btn bare"
                      data-up=""
                      aria-label={words().up(titleOf(entry()))}
                      onClick={() => void move(entry(), at() - 1)}
                    >
                      <Icon name="down" />
                    </button>
                  </Show>
                  <Show when={at() < ids().length - 1}>
                    <Button
                      kind="bare"
                      label={words().down(titleOf(entry()))}
                      onPress={() => void move(entry(), at() + 1)}
                    >
                      <Icon name="down" />
                    </Button>
                  </Show>
                  <Button kind="bare" label={words().remove(titleOf(entry()))} onPress={() => remove(entry(), at())}>
                    <Icon name="cross" />
                  </Button>
                </div>
              </li>
            )}
          </Show>
        )}
      </For>
    </ol>
  )
}
