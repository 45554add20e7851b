import type { Id } from '@academy/contract'
import { to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createPractice } from './create-practice.ts'
import { type Places, Publish } from './Publish.tsx'
import { formOf } from './practice-form.ts'

/** A practice of one's own out of another's: begun with all that stands there but its files, and saying so. */
export const Adapt = (props: { id: Id; places: Places }) => {
  const words = useWords('practices')
  const opened = createPractice(() => props.id)
  return (
    <Answer of={opened}>
      {(value) => {
        const { practice } = value()
        const origin = { practiceId: practice.id, version: practice.version }
        return (
          <>
            <p class="small">
              {words().adaptedFrom} <a href={to(`/practices/${practice.id}`)}>{practice.title}</a>
            </p>
            <Publish
              places={props.places}
              draft={`practice:${practice.id}:adapt`}
              start={{ ...formOf(practice), base: 0, placeId: '', attachments: [], origin }}
            />
          </>
        )
      }}
    </Answer>
  )
}
