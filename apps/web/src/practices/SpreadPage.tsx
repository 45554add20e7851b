import { AcademyError, type Id, type SpreadNode, type SpreadView } from '@academy/contract'
import { Icon } from '@academy/design/Icon'
import { Empty } from '@academy/design/words'
import { formatNumber } from '@academy/language/numbers'
import { createComputed, createMemo, For, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { LineBand } from '../shell/LineBand.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { useParams } from '../shell/router.ts'
import { useSync } from '../shell/use-sync.ts'
import { langOf, placeOf } from './practice-words.ts'
import { SpreadGraph } from './SpreadGraph.tsx'
import css from './spread.module.css'

/** How a practice went from school to school: to look at, and the same to read. */
export const SpreadPage = () => {
  const sync = useSync()
  const words = useWords('trials')
  const params = useParams<{ id: string }>()
  const input = () => ({ practiceId: params.id, locale: locale() })
  const asked = createAsked<SpreadView>(
    createMemo(() => firstKey('practices.spread', input())),
    () => sync.rpc.practices.spread.query(input()),
  )
  createComputed(() => {
    const code = asked.fault()?.code
    if (code === 'not-found' || code === 'practices/withdrawn') throw new AcademyError(code)
  })
  usePageTitle(() => words().spreadTitle)
  return (
    <>
      <header class="head">
        <p>
          <a class="line small back" href={to(`/practices/${params.id}`)}>
            <Icon name="back" /> {words().toPractice}
          </a>
        </p>
        <h1>{words().spreadTitle}</h1>
        <LineBand />
      </header>
      <div class="col">
        <Answer of={asked}>{(view) => <Spread view={view()} here={params.id} />}</Answer>
      </div>
    </>
  )
}

const Spread = (props: { view: SpreadView; here: Id }) => {
  const words = useWords('trials')
  const practices = useWords('practices')
  const n = (value: number) => formatNumber(locale(), value)
  const name = (id: Id) => {
    const place = props.view.schools.find((it) => it.id === id)
    return place ? placeOf(practices(), place) : ''
  }
  const childrenOf = (id: Id | null) => props.view.nodes.filter((node) => node.originId === id)

  const Branch = (branch: { nodes: SpreadNode[] }) => (
    <ul class={css.tree}>
      <For each={branch.nodes}>
        {(node) => (
          <li>
            <a
              class="voice"
              href={to(`/practices/${node.id}`)}
              lang={langOf(node.language)}
              aria-current={node.id === props.here ? 'true' : undefined}
            >
              {node.title}
            </a>
            <p class="small">
              {[placeOf(practices(), node.place), node.author].filter(Boolean).join(' · ')}
              <Show when={node.counts.tries}>
                <br />
                {words().counts(n(node.counts.tries), n(node.counts.schools))}
              </Show>
            </p>
            <Show when={childrenOf(node.id).length}>
              <Branch nodes={childrenOf(node.id)} />
            </Show>
          </li>
        )}
      </For>
    </ul>
  )

  return (
    <Show when={props.view.ways.length} fallback={<Empty text={words().spreadNone} />}>
      <p>
        {words().totals(n(props.view.totals.tries), n(props.view.totals.adaptations), n(props.view.totals.schools))}
        <br />
        {words().independent(n(props.view.totals.independentSchools))}
      </p>
      <p class="small">{words().notEffect}</p>
      <Show when={props.view.ways.some((way) => way.from !== way.to)}>
        <SpreadGraph view={props.view} name={name} label={words().graph} />
      </Show>
      <section class="part">
        <h2>{words().ways}</h2>
        <ul class="list">
          <For each={props.view.ways}>
            {(way) => (
              <li class={css.way}>
                <b>
                  {way.from === way.to ? `${name(way.from)}, ${words().here}` : `${name(way.from)} → ${name(way.to)}`}
                </b>
                <span class="small">{words().way(n(way.tries), n(way.adaptations))}</span>
              </li>
            )}
          </For>
        </ul>
      </section>
      <section class="part">
        <h2>{words().tree}</h2>
        <Branch nodes={childrenOf(null)} />
        <Show when={props.view.more}>{(more) => <p class="small">{words().moreAdaptations(n(more()))}</p>}</Show>
      </section>
      <Show when={props.view.breaks.length}>
        <section class="part">
          <h2>{words().breaks}</h2>
          <ul class="list">
            <For each={props.view.breaks}>
              {(one) => (
                <li class={css.way}>
                  <span class="small">
                    {words().outcomes[one.outcome]} · {placeOf(practices(), one.place)}
                  </span>
                  <p class="prose">{one.why}</p>
                </li>
              )}
            </For>
          </ul>
        </section>
      </Show>
    </Show>
  )
}
