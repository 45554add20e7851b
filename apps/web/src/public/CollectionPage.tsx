import type { Locale, PublicView } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { Show } from 'solid-js'
import { PracticeRows } from './rows.tsx'
import { WORDS } from './words.ts'

/** What somebody put together and shared by its link: it reads without script, as it comes out of a messenger. */
export const CollectionPage = (props: { view: PublicView<'collection'>; locale: Locale }) => {
  const { collection, items, total, next } = props.view.found
  const { locale } = props
  const words = WORDS[locale].public
  return (
    <>
      <header class="head">
        <p class="small">{words.collection}</p>
        <h1>{collection.title}</h1>
        <p class="small">
          {words.collectedBy(collection.by ?? words.someone)}
          {`\u00a0· ${words.collected(total)}`}
        </p>
      </header>
      <div class="col">
        <Show when={collection.note}>
          <p class="prose">{collection.note}</p>
        </Show>
        <section class="part">
          <Show
            when={items.length}
            fallback={
              <div class="empty">
                <Icon name="horn" />
                <p>{words.collectedNone}</p>
              </div>
            }
          >
            <PracticeRows items={items.flatMap((it) => it.practice ?? [])} locale={locale} />
          </Show>
          <Show when={next}>
            {(cursor) => (
              <a
                class="btn wide"
                rel="next"
                href={`/${locale}/collections/${collection.id}?${new URLSearchParams({ cursor: cursor() })}`}
              >
                {words.more}
              </a>
            )}
          </Show>
        </section>
      </div>
      <aside class="side">
        <p class="deed">
          <a class="btn wide" href={`/${locale}/practices`}>
            {words.allPractices}
          </a>
        </p>
      </aside>
    </>
  )
}
