import { LIMITS, type Locale, type MeView } from '@academy/contract'
import { Button } from '@academy/design/Button'
import { Field, Select } from '@academy/design/Field'
import { Alert } from '@academy/design/words'
import { LANGUAGE_NAMES } from '@academy/language/locale'
import { createSignal, Show } from 'solid-js'
import { locale, samePlace, switchWords, TONGUES, useWords } from '../locale/locale.ts'
import { hasIin } from '../shell/later-iins.ts'
import { updateMe } from '../shell/me.ts'
import { useNavigate } from '../shell/router.ts'
import { toasts } from '../shell/toasts.ts'
import { useRefused } from '../shell/use-refused.ts'
import { useSync } from '../shell/use-sync.ts'
import { createDeed } from './create-deed.ts'

/** How others see one, and the language one reads in. */
export const Profile = (props: { me: MeView }) => {
  const words = useWords('me')
  const shell = useWords('shell')
  const design = useWords('design')
  const refused = useRefused()
  const navigate = useNavigate()
  const sync = useSync()
  const [name, setName] = createSignal(props.me.name)
  const [tongue, setTongue] = createSignal<Locale>(props.me.locale)
  const [pressed, setPressed] = createSignal(false)
  const deed = createDeed<{ name: string; locale: Locale }>(
    (input) => sync.rpc.members.updateMe.mutate(input),
    (_, input) => void show(input),
  )
  async function show(change: { name: string; locale: Locale }) {
    updateMe(sync, { ...change, name: change.name.trim() })
    if (change.locale !== locale()) {
      const place = samePlace(change.locale, location)
      await switchWords(change.locale)
      navigate(place, { replace: true, scroll: false })
    }
    toasts.show({ text: words().saved })
  }
  const error = () => {
    if (hasIin(name())) return shell().looksLikeIin
    return pressed() && !name().trim() ? words().writeName : undefined
  }
  return (
    <form
      class="part"
      onSubmit={(event) => {
        event.preventDefault()
        setPressed(true)
        if (name().trim()) void deed.press({ name: name(), locale: tongue() })
      }}
    >
      <h2>{words().profile}</h2>
      <Field
        label={words().name}
        hint={words().nameHint}
        autocomplete="name"
        maxLength={LIMITS.name}
        keys={design().letters}
        value={name()}
        onInput={setName}
        error={error()}
      />
      <Select
        label={words().language}
        hint={words().languageHint}
        value={tongue()}
        onPick={(value) => setTongue(value as Locale)}
        options={TONGUES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
      />
      <Show when={deed.why()}>{(why) => <Alert>{refused(why())}</Alert>}</Show>
      <p>
        <Button busy={deed.busy()}>{words().save}</Button>
      </p>
    </form>
  )
}
