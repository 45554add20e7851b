import type { Id, PracticeChanges, PracticeVersionRow, PracticeVersionView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Enter, List } from '@academy/design/List'
import { Alert } from '@academy/design/words'
import { formatDateTime } from '@academy/language/dates'
import { createSignal, For, Show } from 'solid-js'
import { locale, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked, createAskedPages } from '../shell/create-asked.ts'
import { createFault } from '../shell/create-fault.ts'
import { useSync } from '../shell/use-sync.ts'
import { Changes } from './Changes.tsx'
import { Steps } from './Steps.tsx'
import { Unfold } from './Unfold.tsx'

/** How the practice was before, for its author and those who answer for the place. */
export const Versions = (props: { practiceId: Id }) => {
  const sync = useSync()
  const words = useWords('practices')
  const design = useWords('design')
  const [shown, setShown] = createSignal<PracticeVersionView>()
  const [fault, setFault] = createFault()
  // What was taken out on purpose is not kept on the phone.
  const versions = createAskedPages<PracticeVersionRow>(
    () => `practices.versions ${props.practiceId}`,
    (cursor) => sync.rpc.practices.versions.query({ practiceId: props.practiceId, cursor }),
    { keep: false },
  )
  async function look(n: number) {
    setFault()
    try {
      setShown(await sync.rpc.practices.version.query({ practiceId: props.practiceId, n }))
    } catch (error) {
      setFault(error)
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
            <div class="part">
              <Show when={version().n > 1} keyed>
                <AgainstBefore practiceId={props.practiceId} n={version().n} />
              </Show>
              <p class="voice" lang={version().content.language}>
                {version().content.title}
              </p>
              <p class="prose" lang={version().content.language}>
                {version().content.purpose}
              </p>
              <Steps steps={version().content.steps} lang={version().content.language} />
            </div>
          )}
        </Show>
      </Dialog>
    </>
  )
}

/** What this version made otherwise than the one before it. */
const AgainstBefore = (props: { practiceId: Id; n: number }) => {
  const words = useWords('changes')
  return (
    <Unfold title={words().compare}>
      <Compared practiceId={props.practiceId} n={props.n} />
    </Unfold>
  )
}

const Compared = (props: { practiceId: Id; n: number }) => {
  const sync = useSync()
  const input = () => ({ practiceId: props.practiceId, from: props.n - 1, to: props.n, locale: locale() })
  const compared = createAsked<PracticeChanges>(
    () => `practices.changes ${JSON.stringify(input())}`,
    () => sync.rpc.practices.changes.query(input()),
    { keep: false },
  )
  return <Answer of={compared}>{(value) => <Changes changes={value().changes} />}</Answer>
}
