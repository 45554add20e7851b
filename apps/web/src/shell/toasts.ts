import { createToasts } from '@academy/design/Toast'

/** The one shelf of a page: `toasts.show({ text, action })`. */
export const toasts = createToasts()
