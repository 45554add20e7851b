import { createSignal } from 'solid-js'

type Find = (text: string) => readonly unknown[]
const [find, setFind] = createSignal<Find>()
let asked = false

/** Does this text hold what looks like an IIN? What looks for it is fetched once somebody types; until then, and without a line, no. */
export function hasIin(text: string): boolean {
  if (!asked && text) {
    asked = true
    import('@academy/language/iin').then(
      (module) => setFind(() => module.findIins),
      () => {
        asked = false
      },
    )
  }
  return (find()?.(text).length ?? 0) > 0
}
