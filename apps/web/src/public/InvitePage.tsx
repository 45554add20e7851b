import { CONSENT_TEXT, LIMITS, type Locale, type PublicView } from '@academy/contract'
import { formatDay } from '@academy/language/dates'
import { For, type JSX, Show } from 'solid-js'
import { placeName } from './rows.tsx'
import { WORDS } from './words.ts'

/** Often the first page a person ever opens here, and perhaps in the browser inside a messenger: everything works without script. */
export const InvitePage = (props: { view: PublicView<'invite'>; locale: Locale }) => {
  const { view, locale } = props
  const { card } = view
  const { public: words, roles, errors } = WORDS[locale]
  return (
    <>
      <header class="head">
        <h1>{words.inviteTitle(placeName(card.place, locale))}</h1>
        <p>{words.inviteLead(card.inviter ?? words.inviteBySchool, roles[card.role])}</p>
        <p class="small">
          {card.note ? `${card.note} · ` : ''}
          {words.inviteUntil(formatDay(locale, card.expiresAt))}
        </p>
      </header>
      <div class="col">
        <form class="part" method="post" action={`/${locale}/invite/${view.token}`}>
          <input type="hidden" name="id" value={view.newId()} />
          <Show when={view.error}>
            {(code) => (
              <p class="alert" role="alert">
                {errors[code()]}
              </p>
            )}
          </Show>
          <Show when={view.signedIn} fallback={<Newcomer view={view} locale={locale} />}>
            <p>{words.inviteSignedIn}</p>
            <p class="small">
              {words.inviteOther} <a href={`/${locale}/me`}>{WORDS[locale].band.me}</a>
            </p>
            <button type="submit" class="btn go wide">
              {words.acceptRole}
            </button>
          </Show>
        </form>
        <Show when={!view.signedIn}>
          <p class="small">
            {words.inviteHave}{' '}
            <a href={`/${locale}/sign-in?to=${encodeURIComponent(`/${locale}/invite/${view.token}`)}`}>{words.enter}</a>
          </p>
        </Show>
      </div>
    </>
  )
}

/** Name, login, password, whose phone it is, and what one agrees to. What was typed and refused stays. */
const Newcomer = (props: { view: PublicView<'invite'>; locale: Locale }) => {
  const { typed, wrong } = props.view
  const { public: words, errors, consent } = WORDS[props.locale]
  const isWrong = (name: string) => wrong.includes(name)
  // A name that is taken is said above, and needs no rule about letters.
  const loginError = props.view.error === 'members/name-taken' ? errors['members/name-taken'] : words.loginNameWrong
  return (
    <>
      <Field name="name" label={words.name} error={isWrong('name') && words.nameWrong}>
        {(control) => (
          <input {...control} name="name" maxlength={LIMITS.name} autocomplete="name" required value={typed.name} />
        )}
      </Field>
      <Field
        name="loginName"
        label={words.loginName}
        hint={words.loginNameHint}
        error={isWrong('loginName') && loginError}
      >
        {(control) => (
          <input
            {...control}
            name="loginName"
            maxlength={LIMITS.email}
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            required
            value={typed.loginName}
          />
        )}
      </Field>
      <Field
        name="password"
        label={words.password}
        hint={words.passwordHint}
        error={isWrong('password') && errors['members/weak-password']}
      >
        {(control) => (
          <input
            {...control}
            name="password"
            type="password"
            minlength={LIMITS.password.min}
            maxlength={LIMITS.password.max}
            autocomplete="new-password"
            required
          />
        )}
      </Field>
      <label class="tick">
        <input type="checkbox" name="sharedPhone" checked={typed.sharedPhone} />
        <span>
          <span>{words.sharedPhone}</span>
          <span class="small">{words.sharedPhoneWhy}</span>
        </span>
      </label>
      <label class="tick">
        <input type="checkbox" name="consent" required checked={typed.consent} />
        <span>
          <span>{words.consent}</span>
          <span class="small">{words.consentWhy}</span>
        </span>
      </label>
      <details>
        <summary>{words.consentRead}</summary>
        <dl class="part">
          <For each={consent[CONSENT_TEXT].points}>
            {([title, text]) => (
              <div>
                <dt>
                  <b>{title}</b>
                </dt>
                <dd class="small">{text}</dd>
              </div>
            )}
          </For>
        </dl>
      </details>
      <button type="submit" class="btn go wide">
        {words.accept}
      </button>
    </>
  )
}

interface Control {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

/** As the design's own field, whose ids only a browser can make. */
const Field = (props: {
  name: string
  label: string
  hint?: string
  error: string | false
  children: (control: Control) => JSX.Element
}) => {
  const hint = props.hint && `${props.name}-hint`
  const error = props.error && `${props.name}-error`
  return (
    <div class="field">
      <label for={props.name}>{props.label}</label>
      <Show when={props.hint}>
        <p class="small" id={`${props.name}-hint`}>
          {props.hint}
        </p>
      </Show>
      {props.children({
        id: props.name,
        'aria-describedby': [hint, error].filter(Boolean).join(' ') || undefined,
        'aria-invalid': error ? 'true' : undefined,
      })}
      <Show when={props.error}>
        <p class="err" id={`${props.name}-error`}>
          {props.error}
        </p>
      </Show>
    </div>
  )
}
