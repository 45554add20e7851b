import type { Locale, PublicView } from '@academy/contract'
import { formatDay } from '@academy/language/dates'
import { Show } from 'solid-js'
import { inLocale, WORDS } from './words.ts'

export const InvitePage = (props: { view: PublicView<'invite'>; locale: Locale }) => {
  const { view, locale } = props
  const { card, typed } = view
  const { public: words, roles, errors } = WORDS[locale]
  const place = inLocale(card.place.name, locale)
  return (
    <>
      <header class="head">
        <h1>{words.inviteTitle(place.text)}</h1>
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
          <div class="field">
            <label for="name">{words.name}</label>
            <input id="name" name="name" maxlength="80" autocomplete="name" required value={typed.name} />
          </div>
          <div class="field">
            <label for="loginName">{words.loginName}</label>
            <p class="small" id="loginName-hint">
              {words.loginNameHint}
            </p>
            <input
              id="loginName"
              name="loginName"
              maxlength="254"
              autocomplete="username"
              autocapitalize="none"
              spellcheck="false"
              required
              value={typed.loginName}
              aria-describedby="loginName-hint"
            />
          </div>
          <div class="field">
            <label for="password">{words.password}</label>
            <p class="small" id="password-hint">
              {words.passwordHint}
            </p>
            <input
              id="password"
              name="password"
              type="password"
              minlength="8"
              maxlength="128"
              autocomplete="new-password"
              required
              aria-describedby="password-hint"
            />
          </div>
          <label class="tick">
            <input type="checkbox" name="sharedPhone" />
            <span>
              <span>{words.sharedPhone}</span>
              <span class="small">{words.sharedPhoneWhy}</span>
            </span>
          </label>
          <label class="tick">
            <input type="checkbox" name="consent" required />
            <span>
              <span>{words.consent}</span>
              <span class="small">{words.consentWhy}</span>
            </span>
          </label>
          <button type="submit" class="btn go wide">
            {words.accept}
          </button>
        </form>
      </div>
    </>
  )
}
