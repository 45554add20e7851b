import type { PublicPage } from '@academy/contract'
import ask from '@academy/design/ask.css?inline'
import forms from '@academy/design/forms.css?inline'
import look from '@academy/design/look.css?inline'
import own from './public.css?inline'

const usual = look + forms + own
const live = look + forms + ask + own

/** The style that stands in a page; its policy allows it by its hash. */
export const styleOf = (page: PublicPage): string => (page === 'live' ? live : usual)
