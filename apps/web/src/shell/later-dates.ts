import { createSignal } from 'solid-js'

type Dates = typeof import('@academy/language/dates')
const [dates, setDates] = createSignal<Dates>()
let asked = false

/** Names of months and days, for a page that rarely shows any: fetched when first asked for, undefined until then. */
export function laterDates(): Dates | undefined {
  if (!asked) {
    asked = true
    void import('@academy/language/dates').then(
      (module) => setDates(() => module),
      () => {
        asked = false
      },
    )
  }
  return dates()
}
