import { type Invite, LIMITS, type LinkMade as Made, type PlaceBrief, type Role } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Dialog } from '@academy/design/Dialog'
import { Field, Select } from '@academy/design/Field'
import { Alert } from '@academy/design/words'
import { formatDay } from '@academy/language/dates'
import { createSignal, Show } from 'solid-js'
import { capital } from '../locale/capital.ts'
import { LETTERS, placeNameIn } from '../locale/letters.ts'
import { useWords } from '../locale/locale.ts'
import { PlacePicker } from '../places/PlacePicker.tsx'
import { usePlaceName } from '../places/use-place-name.ts'
import { hasIin } from '../shell/later-iins.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDeed } from './create-deed.ts'
import type { InviteChoice } from './invite-choices.ts'
import { LinkMade } from './LinkMade.tsx'

const DAY = 24 * 3600_000
const DAYS = [7, 14, 30, 90] as const
/** What the server takes where nothing is said: it needs no clock of the phone's. */
const USUAL = `${LIMITS.invitation.usual / DAY}`
/** A phone's clock may be a little ahead, and the longest is the longest. */
const SLACK = 3600_000
/** Given to many by one link, as the server does where nothing is said. */
const usesOf = (role: Role) => (role === 'parent' || role === 'teacher' ? LIMITS.invitation.usesUsual : 1)

interface InviteDialogProps {
  open: boolean
  onClose: () => void
  choices: readonly InviteChoice[]
  /** Fixed where the page is about one place. */
  place?: PlaceBrief | undefined
  onMade: () => void
}

export const InviteDialog = (props: InviteDialogProps) => {
  const words = useWords('invitations')
  const design = useWords('design')
  const [made, setMade] = createSignal<{ made: Made; place: PlaceBrief; note: string }>()
  const link = (locale: string) => `${location.origin}/${locale}/invite/${made()?.made.token}`
  const close = () => {
    setMade()
    props.onClose()
  }
  return (
    <Dialog open={props.open} onClose={close} title={made() ? words().made : words().make} closeLabel={design().close}>
      <Show
        when={made()}
        fallback={
          <InviteForm
            choices={props.choices}
            place={props.place}
            onMade={(answer, place, note) => {
              setMade({ made: answer, place, note })
              props.onMade()
            }}
          />
        }
      >
        {(it) => (
          <LinkMade
            letter={(locale) =>
              LETTERS[locale].invitation(
                placeNameIn(it().place, locale),
                it().note,
                link(locale),
                formatDay(locale, it().made.expiresAt),
              )
            }
            onReady={close}
          />
        )}
      </Show>
    </Dialog>
  )
}

const InviteForm = (props: {
  choices: readonly InviteChoice[]
  place: PlaceBrief | undefined
  onMade: (made: Made, place: PlaceBrief, note: string) => void
}) => {
  const words = useWords('invitations')
  const members = useWords('members')
  const places = useWords('places')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  const placeName = usePlaceName()
  const sync = useSync()

  const [picked, setPicked] = createSignal<Role>()
  const role = () => picked() ?? props.choices[0]?.role ?? 'parent'
  const choice = () => props.choices.find((one) => one.role === role())
  const [chosen, setChosen] = createSignal<PlaceBrief>()
  const onlyOne = () => {
    const { places: all = [], schoolsOf = [] } = choice() ?? {}
    return all.length === 1 && schoolsOf.length === 0 ? all[0] : undefined
  }
  const place = () => props.place ?? chosen() ?? onlyOne()
  const [note, setNote] = createSignal('')
  const [uses, setUses] = createSignal<string>()
  const usesText = () => uses() ?? `${usesOf(role())}`
  const usesWrong = () =>
    !/^\d{1,3}$/.test(usesText()) || Number(usesText()) < 1 || Number(usesText()) > LIMITS.invitation.uses
  const [days, setDays] = createSignal(USUAL)
  const [pressed, setPressed] = createSignal(false)
  // Said once, so that what is pressed again is the same command.
  const begun = Date.now()
  const deed = createDeed<Omit<Invite, 'id' | 'composedAt'>, Made>(
    (input) => sync.rpc.members.invite.mutate(input),
    (made) => {
      const at = place()
      if (at) props.onMade(made, at, note().trim())
    },
  )

  function make(event: SubmitEvent) {
    event.preventDefault()
    setPressed(true)
    const at = place()
    if (!at || usesWrong()) return
    const expiresAt = days() === USUAL ? undefined : begun + Number(days()) * DAY - SLACK
    void deed.press({ role: role(), placeId: at.id, note: note(), uses: Number(usesText()), expiresAt })
  }

  return (
    <form class="part" onSubmit={make}>
      <Select
        label={words().role}
        value={role()}
        onPick={(value) => {
          setPicked(value as Role)
          setChosen()
          setUses()
        }}
        options={props.choices.map((one) => ({ value: one.role, label: capital(members().roles[one.role]) }))}
      />
      <Show
        when={place()}
        fallback={
          <fieldset class="field">
            <legend>{words().place}</legend>
            <Show when={pressed()}>
              <p class="err">{words().choosePlace}</p>
            </Show>
            <PlacePicker
              within={choice()?.schoolsOf[0]?.id}
              wider={choice()?.places ?? []}
              onPick={(found) => setChosen(found)}
            />
          </fieldset>
        }
      >
        {(at) => (
          <p>
            <span class="small">{words().place}</span>
            <br />
            <b>{placeName(at())}</b>{' '}
            <Show when={chosen()}>
              <Button kind="bare" onPress={() => setChosen()}>
                {places().change}
              </Button>
            </Show>
          </p>
        )}
      </Show>
      <Field
        label={words().note}
        hint={words().noteHint}
        maxLength={LIMITS.invitation.note}
        keys={design().letters}
        value={note()}
        onInput={setNote}
        error={hasIin(note()) ? shell().looksLikeIin : undefined}
      />
      <Field
        label={words().uses}
        inputMode="numeric"
        maxLength={3}
        value={usesText()}
        onInput={setUses}
        error={usesWrong() ? words().usesWrong(LIMITS.invitation.uses) : undefined}
      />
      <Select
        label={words().days}
        value={days()}
        onPick={setDays}
        options={DAYS.map((value) => ({ value: `${value}`, label: words().dayChoices[value] }))}
      />
      <Show when={deed.why()}>{(why) => <Alert>{refused(why())}</Alert>}</Show>
      <Button kind="go" wide busy={deed.busy()}>
        {words().create}
      </Button>
    </form>
  )
}
