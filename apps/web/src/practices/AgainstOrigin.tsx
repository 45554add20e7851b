import type { Id } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { createSignal, Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { Answer } from '../shell/Answer.tsx'
import { createAsked } from '../shell/create-asked.ts'
import { useNavigate } from '../shell/router.ts'
import { useSync } from '../shell/use-sync.ts'
import { Changes } from './Changes.tsx'
import { type Takeable, takeInPath } from './take-in.ts'

/** What an adaptation made otherwise, and for the author of its origin the way to take something of it in. */
export const AgainstOrigin = (props: { id: Id }) => {
  const sync = useSync()
  const words = useWords('changes')
  const navigate = useNavigate()
  const [chosen, setChosen] = createSignal<readonly Takeable[]>([])
  const input = () => ({ practiceId: props.id, locale: locale() })
  const asked = createAsked(
    () => `practices.originChanges ${props.id} ${locale()}`,
    async () => ({ found: await sync.rpc.practices.originChanges.query(input()) }),
    // An earlier version may hold what was taken out on purpose.
    { keep: false },
  )
  const turn = (entry: Takeable, on: boolean) =>
    setChosen((all) => (on ? [...all, entry] : all.filter((one) => one !== entry)))
  return (
    <Answer of={asked}>
      {(value) => (
        <Show when={value().found}>
          {(found) => (
            <div class="part">
              <p class="small">
                {words().against(found().origin.title)} {found().origin.madeFrom ? '' : words().movedOn}
              </p>
              <Changes changes={found().changes} take={found().takeIn ? { chosen: chosen(), turn } : undefined} />
              <Show when={chosen().length}>
                <p class="small">
                  {words().takeWhy} {found().language === found().origin.language ? '' : words().otherLanguage}
                </p>
                <Button kind="go" wide onPress={() => navigate(to(takeInPath(found().origin.id, props.id, chosen())))}>
                  {words().takeChosen}
                </Button>
              </Show>
            </div>
          )}
        </Show>
      )}
    </Answer>
  )
}
