import type { PracticeView } from '@academy/contract'
import { Show } from 'solid-js'
import { me } from '../shell/me.ts'
import { Attachments } from './Attachments.tsx'
import { Evidence } from './Evidence.tsx'

/** What stands below the words of a practice: its files, and for members what shows how it went. */
export const FilesAndEvidence = (props: { practice: PracticeView }) => (
  <>
    {/* A practice that the phone remembers from before there were files has none. */}
    <Show when={props.practice.attachments?.length}>
      <Attachments files={props.practice.attachments} />
    </Show>
    <Show when={me()}>
      <Evidence practiceId={props.practice.id} />
    </Show>
  </>
)
