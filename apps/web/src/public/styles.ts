import type { PublicPage } from '@academy/contract'
import ask from '@academy/design/ask.css?inline'
import look from '@academy/design/look.css?inline'
import own from './public.css?inline'

const usual = look + own
const live = look + ask + own

/** The style that stands in a page; its policy allows it by its hash. */
export const styleOf = (page: PublicPage): string => (page === 'live' ? live : usual)
