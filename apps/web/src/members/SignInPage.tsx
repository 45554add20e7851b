import type { EntryView } from '@academy/contract'
import { Show } from 'solid-js'
import { locale, to, useWords } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { me } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { useSync } from '../shell/use-sync.ts'
import { DemoDoors } from './DemoDoors.tsx'
import { Forgotten } from './Forgotten.tsx'
import { SignInForm } from './SignInForm.tsx'
import { wayBack } from './way-back.ts'

const adoptPart = () => import('../home/Adopt.tsx').then((module) => module.Adopt)

export const SignInPage = () => {
  const words = useWords('entry')
  const sync = useSync()
  const entry = createAsked<EntryView>(
    () => firstKey('members.entry'),
    () => sync.rpc.members.entry.query(),
  )
  usePageTitle(() => words().signIn)
  const back = () => wayBack(new URLSearchParams(location.search).get('to'), locale(), location.origin)
  const leave = () => location.replace(back())

  /** The page that comes next begins anew, as the member; what was written here before is asked about first. */
  async function entered() {
    const unsent = sync.outbox.items().some((item) => item.state !== 'sent') || (await sync.adoptable()).length > 0
    if (unsent) location.reload()
    else leave()
  }

  return (
    <>
      <header class="head">
        <h1>{words().signIn}</h1>
        <p>{words().signInWhy}</p>
        <LineBand />
      </header>
      <Show
        when={me()}
        fallback={
          <>
            <div class="col">
              <SignInForm onEntered={() => void entered()} />
              <Forgotten byMail={entry.value()?.recoveryByMail ?? false} />
              <div>
                <p class="small">{words().noAccount}</p>
                <p>
                  <a href={to('/practices')} class="btn bare" rel="external">
                    {words().readFirst}
                  </a>
                </p>
                <p>
                  <a href={to('/join')} class="btn bare" rel="external">
                    {words().joinByCode}
                  </a>
                </p>
              </div>
            </div>
            <Show when={entry.value()?.demo.length}>
              <aside>
                <DemoDoors doors={entry.value()?.demo ?? []} onEntered={() => void entered()} />
              </aside>
            </Show>
          </>
        }
      >
        <div class="col">
          <Later load={adoptPart} props={{ onDone: leave }} />
        </div>
      </Show>
    </>
  )
}
