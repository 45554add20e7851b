import { createToasts } from '@academy/design/create-toasts'
import { announce } from './announce.ts'

/** The one shelf of a page: `toasts.show({ text, action })`. What it shows is also read aloud. */
export const toasts = createToasts(announce)
