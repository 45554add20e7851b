import { createEffect } from 'solid-js'
import { useWords } from '../locale/locale.ts'

/** Names the page in the tab and for readers. Each page calls it once, with a function, so that it follows the language. */
export function usePageTitle(title: () => string) {
  const words = useWords('shell')
  createEffect(() => {
    document.title = `${title()} · ${words().academy}`
  })
}
