import type { Id, PracticeVersionRow, PracticeVersionView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Enter, List } from '@academy/design/List'
import { Alert } from '@academy/design/words'
import { formatDateTime } from '@academy/language/dates'
import { createSignal, For, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAskedPages } from '../shell/create-asked.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { refusalOf } from '../sync/index.ts'
import { Steps } from './Steps.tsx'

/** How the practice was before, for its author and those who answer for the place; not asked for until somebody wants it. */
export const Versions = (props: { practiceId: Id }) => {
  const words = useWords('practices')
  const [open, setOpen] = createSignal(false)
  return (
    <section class="part">
      <p>
        <Button kind="bare" expanded={open()} onPress={() => setOpen(!open())}>
          {words().versions}
        </Button>
      </p>
      <Show when={open()}>
        <VersionList practiceId={props.practiceId} />
      </Show>
    </section>
  )
}

const VersionList = (props: { practiceId: Id }) => {
  const sync = useSync()
  const words = useWords('practices')
  const design = useWords('design')
  const refused = useRefused()
  const [shown, setShown] = createSignal<PracticeVersionView>()
  const [fault, setFault] = createSignal('')
  // What was taken out on purpose is not kept on the phone.
  const versions = createAskedPages<PracticeVersionRow>(
    () => `practices.versions ${props.practiceId}`,
    (cursor) => sync.rpc.practices.versions.query({ practiceId: props.practiceId, cursor }),
    { keep: false },
  )
  async function look(n: number) {
    setFault('')
    try {
      setShown(await sync.rpc.practices.version.query({ practiceId: props.practiceId, n }))
    } catch (error) {
      setFault(refused(refusalOf(error)))
    }
  }
  return (
    <>
      <Show when={fault()}>
        <Alert>{fault()}</Alert>
      </Show>
      <Answer of={versions}>
        {(page) => (
          <>
            <List>
              <For each={page().items}>
                {(row) => (
                  <Enter
                    title={row.title}
                    note={[words().version(row.n), formatDateTime(locale(), row.at), row.by ?? words().someone].join(
                      ' · ',
                    )}
                    onPress={() => void look(row.n)}
                  />
                )}
              </For>
            </List>
            <Show when={page().next}>
              <Button wide busy={versions.busy()} onPress={() => void versions.more()}>
                {words().more}
              </Button>
            </Show>
          </>
        )}
      </Answer>
      <Dialog
        open={shown() !== undefined}
        onClose={() => setShown()}
        title={words().version(shown()?.n ?? 1)}
        closeLabel={design().close}
      >
        <Show when={shown()}>
          {(version) => (
            <div class="part" lang={version().content.language}>
              <p class="voice">{version().content.title}</p>
              <p class="prose">{version().content.purpose}</p>
              <Steps steps={version().content.steps} />
            </div>
          )}
        </Show>
      </Dialog>
    </>
  )
}
