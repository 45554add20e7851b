import type { Id, PracticeRow } from '@academy/contract'
import { Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'
import { PracticeRows } from './PracticeRows.tsx'

/** A few practices like this one. Where there is none, or no line to ask by, nothing is said. */
export const Similar = (props: { id: Id }) => {
  const sync = useSync()
  const words = useWords('card')
  const input = () => ({ practiceId: props.id, locale: locale() })
  const similar = createAsked<PracticeRow[]>(
    () => firstKey('practices.similar', input()),
    () => sync.rpc.practices.similar.query(input()),
  )
  return (
    <Show when={similar.value()?.length}>
      <section class="part">
        <h2>{words().similar}</h2>
        <PracticeRows items={similar.value() ?? []} />
      </section>
    </Show>
  )
}
