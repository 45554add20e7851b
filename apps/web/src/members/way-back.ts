import type { Locale } from '@academy/contract'

const OWN_PAGE = /^\/(?:kk|ru|en)(?=\/|$)/

/**
 * Where to go after signing in, in the language of now. Only to a page of ours, whatever the address says:
 * a link that led elsewhere from our own sign-in would be believed.
 */
export function wayBack(asked: string | null, locale: Locale, origin: string): string {
  const home = `/${locale}/home`
  if (!asked || !URL.canParse(asked, origin)) return home
  const { origin: theirs, pathname, search, hash } = new URL(asked, origin)
  const path = pathname.replace(OWN_PAGE, `/${locale}`)
  if (theirs !== origin || !OWN_PAGE.test(pathname) || path === `/${locale}` || path.startsWith(`/${locale}/sign-in`))
    return home
  return `${path}${search}${hash}`
}
