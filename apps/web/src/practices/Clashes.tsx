import { licenceName } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import type { Clash, FieldPath } from '@academy/policy/merging'
import { For } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { useLabels } from './Changes.tsx'
import css from './changes.module.css'
import type { Form } from './practice-form.ts'
import { putAt, valueAt } from './when-two-wrote.ts'

/** Where a text and its other one differ in the same place: both are shown, and stay with the draft until one is chosen. */
export const Clashes = (props: { form: Form; set: (form: Form) => void }) => {
  const words = useWords('changes')
  const label = usePlaces()
  const said = useSaid()
  const clashes = () => props.form.clashes ?? []
  const settle = (clash: Clash, form: Form) => props.set({ ...form, clashes: clashes().filter((one) => one !== clash) })
  return (
    <section class="because" id="clashes">
      <h2>{words().clashes}</h2>
      <p>{words().clashesWhy}</p>
      <For each={clashes()}>
        {(clash) => (
          <div class={css.clash}>
            <h3>{label(clash.at)}</h3>
            <div class="part">
              <p class="small">{words().hereSaid}</p>
              <p class="prose" lang={props.form.language}>
                {said(clash.at, valueAt(props.form, clash.at))}
              </p>
              <p>
                <Button kind="bare" onPress={() => settle(clash, props.form)}>
                  {words().hereStays}
                </Button>
              </p>
            </div>
            <div class={css.other}>
              <p class="small">{words().thereSaid}</p>
              <p class="prose" lang={props.form.language}>
                {said(clash.at, clash.theirs)}
              </p>
              <p>
                <Button onPress={() => settle(clash, putAt(props.form, clash.at, clash.theirs))}>
                  {words().takeThere}
                </Button>
              </p>
            </div>
          </div>
        )}
      </For>
    </section>
  )
}

/** What a place of the form is called. */
function usePlaces(): (at: FieldPath) => string {
  const words = useWords('changes')
  const practices = useWords('practices')
  const card = useWords('card')
  const taking = useWords('taking')
  const label = useLabels()
  return ([entry, at, part]) => {
    if (entry === 'steps') {
      if (typeof at !== 'number') return practices().steps
      const parts: Partial<Record<string, string>> = {
        pupils: card().pupils,
        assessment: card().assessment,
        resources: card().stepResources,
        minutes: practices().time,
        stage: card().stage,
      }
      return [words().step(at + 1), parts[`${part}`]].filter(Boolean).join(': ')
    }
    if (entry === 'alsoIn') return words().inLanguage(LANGUAGE_NAMES[at as Form['language']])
    if (entry === 'atLeast' || entry === 'atMost') return card()[entry]
    return entry === 'visibility' ? taking().whoReads : label(entry as Parameters<typeof label>[0])
  }
}

type Names = Partial<Record<string, string>>

/** What stands in a place of the form, in the reader's words where it is a choice and not a text. */
function useSaid(): (at: FieldPath, value: unknown) => string {
  const words = useWords('changes')
  const practices = useWords('practices')
  const card = useWords('card')
  const taking = useWords('taking')
  return ([entry, , part], value) => {
    if (value === undefined || value === null || value === '') return words().notSaid
    if (typeof value === 'boolean') return value ? words().yes : words().no
    if (Array.isArray(value)) return value.map((step: Form['steps'][number], n) => `${n + 1}. ${step.text}`).join('\n')
    if (typeof value === 'object')
      return Object.values(value)
        .filter((one) => typeof one === 'string')
        .join('\n')
    const text = `${value}`
    if (entry === 'licence') return licenceName(text as Parameters<typeof licenceName>[0])
    const choices: Record<string, Names> = {
      language: LANGUAGE_NAMES,
      internet: practices().internets,
      devices: card().deviceKinds,
      visibility: taking().visibilities,
      stage: card().stages,
    }
    return choices[`${part ?? entry}`]?.[text] ?? text
  }
}
