import type { Id, MeView, PlaceBrief } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Tabs } from '@academy/design/Tabs'
import { mayListMembers } from '@academy/policy'
import { createMemo, createSignal, Show } from 'solid-js'
import { needWords, useWords } from '../locale/locale.ts'
import { usePlaceName } from '../places/use-place-name.ts'
import { ForMember } from '../shell/ForMember.tsx'
import { Later } from '../shell/Later.tsx'
import { LineBand } from '../shell/LineBand.tsx'
import { actor } from '../shell/me.ts'
import { usePageTitle } from '../shell/page-title.ts'
import { createDistricts } from './create-districts.ts'
import { Invitations } from './Invitations.tsx'
import { choicesAt } from './invite-choices.ts'
import { People } from './People.tsx'

const placePicker = () => import('../places/PlacePicker.tsx').then((module) => module.PlacePicker)
const notFound = () =>
  Promise.all([import('../shell/FaultPage.tsx'), needWords('faults')]).then(([module]) => module.NotFoundPage)

/** The people of a place and their roles, for those who lead it. */
export const AdminPage = () => (
  <ForMember>
    {(me) => {
      const led = () => [
        ...new Map(
          me()
            .roles.filter(({ place }) => mayListMembers(actor(), [place.id]))
            .map(({ place }) => [place.id, place]),
        ).values(),
      ]
      return (
        <Show when={led()[0]} fallback={<Later load={notFound} props={{}} />}>
          {(first) => <Led me={me()} led={led()} first={first()} />}
        </Show>
      )
    }}
  </ForMember>
)

const Led = (props: { me: MeView; led: readonly PlaceBrief[]; first: PlaceBrief }) => {
  const words = useWords('admin')
  const design = useWords('design')
  const placeName = usePlaceName()
  usePageTitle(() => words().title)
  const [chosen, setChosen] = createSignal<PlaceBrief>()
  const [choosing, setChoosing] = createSignal(false)
  const [part, setPart] = createSignal<'people' | 'invitations'>('people')
  const place = () => chosen() ?? props.first
  /** The widest place one leads: its schools can be found by name. */
  const wide = () => props.led.find(({ kind }) => kind !== 'school')
  const districts = createDistricts(props.led.find(({ kind }) => kind === 'region'))
  const isLed = (id: Id) => props.led.some((one) => one.id === id)
  // What is not led itself was found below what is.
  const path = createMemo(() => [isLed(place().id) ? [] : (wide()?.id ?? []), place().id].flat())
  return (
    <>
      <header class="head">
        <h1>{words().title}</h1>
        <p>
          <b>{placeName(place())}</b>
        </p>
        <Show when={wide() || props.led.length > 1}>
          <p>
            <Button onPress={() => setChoosing(true)}>{words().otherPlace}</Button>
          </p>
          <Dialog
            open={choosing()}
            onClose={() => setChoosing(false)}
            title={words().otherPlace}
            closeLabel={design().close}
          >
            <Later
              load={placePicker}
              props={{
                within: wide()?.id,
                get wider() {
                  return [...props.led, ...districts()]
                },
                onPick: (found: PlaceBrief) => {
                  setChosen(found)
                  setChoosing(false)
                },
              }}
            />
          </Dialog>
        </Show>
        <LineBand />
      </header>
      <div class="col">
        <Tabs
          label={words().parts}
          items={[
            { key: 'people', label: words().people },
            { key: 'invitations', label: words().invitations },
          ]}
          current={part()}
          onPick={setPart}
          panel="led"
        />
        <div id="led" class="part" role="tabpanel">
          <Show when={place()} keyed>
            {(here) => (
              <Show
                when={part() === 'people'}
                fallback={<Invitations place={here} choices={choicesAt(actor(), here, path())} />}
              >
                <People place={here} path={path()} />
              </Show>
            )}
          </Show>
        </div>
      </div>
    </>
  )
}
