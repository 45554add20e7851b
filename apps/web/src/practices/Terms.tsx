import { LICENCES, type Licence, licenceName, licencesAfter, type PlaceBrief } from '@academy/contract'
import { Select } from '@academy/design/Field'
import { Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { Radios } from './FormParts.tsx'
import type { Form } from './practice-form.ts'
import { placeOf } from './practice-words.ts'

/** Who reads a practice, in whose name it stands, and what others may do with it. */
export const Terms = (props: { form: Form; change: (part: Partial<Form>) => void; places: readonly PlaceBrief[] }) => {
  const words = useWords('taking')
  const practices = useWords('practices')
  // What is made from another's keeps the terms it came with.
  const begun = props.form.origin && props.form.licence
  const terms = () => licencesAfter([begun, props.form.source?.licence].filter((it) => it !== undefined))
  return (
    <>
      <Radios
        name="visibility"
        label={words().whoReads}
        value={props.form.visibility}
        options={(['public', 'members'] as const).map((value) => ({ value, label: words().visibilities[value] }))}
        onPick={(visibility) => props.change({ visibility })}
      />
      <Select
        label={words().licence}
        value={props.form.licence ?? terms()[0] ?? LICENCES[0]}
        onPick={(licence) => props.change({ licence: licence as Licence })}
        options={terms().map((value) => ({ value, label: `${licenceName(value)} – ${words().licences[value]}` }))}
      />
      <Show when={props.places.length > 1}>
        <Select
          label={words().inNameOf}
          value={props.form.placeId}
          onPick={(placeId) => props.change({ placeId })}
          options={props.places.map((place) => ({ value: place.id, label: placeOf(practices(), place) }))}
        />
      </Show>
    </>
  )
}
