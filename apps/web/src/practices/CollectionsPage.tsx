import { Icon } from '@academy/design/Icon'
import { List } from '@academy/design/List'
import { State } from '@academy/design/State'
import { Empty, Facts, Tag } from '@academy/design/words'
import { For, Show } from 'solid-js'
import { to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { ForMember } from '../shell/ForMember.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams } from '../shell/router.ts'
import { Collection } from './Collection.tsx'
import { createCollections } from './create-collections.ts'
import { NewCollection } from './NewCollection.tsx'
import { RefusedDeeds } from './RefusedDeeds.tsx'

/** What one has put together, and each of it: one part, for who opens the one mostly comes from the other. */
export const CollectionsPage = () => {
  const params = useParams<{ id?: string }>()
  return (
    <Show when={params.id} keyed fallback={<All />}>
      {(id) => <Collection id={id} />}
    </Show>
  )
}

const All = () => {
  const words = useWords('collections')
  const practices = useWords('practices')
  usePageTitle(() => words().title)
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to('/practices')}>
            <Icon name="back" /> {practices().title}
          </a>
        </p>
        <h1>{words().title}</h1>
        <p class="small">{words().lead}</p>
        <LineBand />
      </header>
      <div class="col">
        <ForMember>{() => <Mine />}</ForMember>
      </div>
    </>
  )
}

const Mine = () => {
  const words = useWords('collections')
  const design = useWords('design')
  const collections = createCollections()
  return (
    <>
      <RefusedDeeds items={collections.refused()} />
      <Answer of={collections}>
        {(rows) => (
          <Show when={rows().length} fallback={<Empty text={words().none} />}>
            <List>
              <For each={rows()}>
                {(row) => (
                  <li class="practice">
                    <h3>
                      <Show when={!collections.isNew(row.id)} fallback={row.title}>
                        <a href={to(`/collections/${row.id}`)}>{row.title}</a>
                      </Show>
                    </h3>
                    <Show when={row.note}>
                      <p class="small">{row.note}</p>
                    </Show>
                    <Facts>
                      <span class="tag">{words().count(row.practices)}</span>
                      <Show when={row.shared}>
                        <Tag>{words().shared}</Tag>
                      </Show>
                    </Facts>
                    <Show when={collections.isNew(row.id)}>
                      <State kind="wait">{design().waiting}</State>
                    </Show>
                  </li>
                )}
              </For>
            </List>
          </Show>
        )}
      </Answer>
      <NewCollection make={collections.make} />
    </>
  )
}
