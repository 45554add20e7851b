import type { HeadParts, Locale } from '@academy/contract'
import { WORDS } from './words.ts'

const OG_LOCALES: Record<Locale, string> = { kk: 'kk_KZ', ru: 'ru_RU', en: 'en_GB' }
const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '')

/** What stands in the head of every page besides its style and scripts, those of the app too. */
export function headOf(locale: Locale, { at, title, description, hidden, kind = 'website', fed }: HeadParts): string {
  const { academy } = WORDS[locale].shell
  const whole = title === academy ? title : `${title} · ${academy}`
  const address = (tongue: Locale) => escaped(`${at.origin}/${tongue}${at.path}${at.search ?? ''}`)
  const short = description.length > 200 ? `${description.slice(0, 199).replace(/\s+\S*$/, '')}…` : description
  const lines = [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover,interactive-widget=resizes-content">',
    `<title>${escaped(whole)}</title>`,
    '<meta name="theme-color" content="#2b251f">',
    '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
  ]
  // A page of the app is opened by whoever is signed in: no messenger and no search engine reads it.
  if (!description) return [...lines, '<meta name="robots" content="noindex">'].join('')
  lines.push(`<meta name="description" content="${escaped(short)}">`)
  if (hidden) lines.push('<meta name="robots" content="noindex">')
  else {
    lines.push(
      `<link rel="canonical" href="${address(locale)}">`,
      ...(['kk', 'ru', 'en'] as const).map(
        (tongue) => `<link rel="alternate" hreflang="${tongue}" href="${address(tongue)}">`,
      ),
      `<link rel="alternate" hreflang="x-default" href="${address('kk')}">`,
    )
  }
  if (fed) lines.push(`<link rel="alternate" type="application/atom+xml" href="/${locale}/practices.atom">`)
  lines.push(
    `<meta property="og:type" content="${kind}">`,
    `<meta property="og:title" content="${escaped(title)}">`,
    `<meta property="og:description" content="${escaped(short)}">`,
    `<meta property="og:url" content="${address(locale)}">`,
    `<meta property="og:site_name" content="${escaped(academy)}">`,
    `<meta property="og:locale" content="${OG_LOCALES[locale]}">`,
    `<meta property="og:image" content="${escaped(at.origin)}/card.png">`,
  )
  return lines.join('')
}
