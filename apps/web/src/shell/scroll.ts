/** How long a page may grow before the reader is left where they are: its text comes from the phone or the server. */
const PATIENCE = 1_500

/** Remembers in this entry of the history how far down one was. */
export function keepScroll() {
  if (history.state?.scroll !== scrollY) history.replaceState({ ...history.state, scroll: scrollY }, '')
}

/** Puts the reader where they were; waits while the page is still too short for it, unless they move. */
export function restoreScroll() {
  const wanted: unknown = history.state?.scroll
  if (typeof wanted !== 'number') return
  const until = performance.now() + PATIENCE
  let last = -1
  const step = () => {
    // Somebody has scrolled since the last try.
    if (last >= 0 && scrollY !== last) return
    scrollTo(0, wanted)
    last = scrollY
    if (last < wanted - 1 && performance.now() < until) requestAnimationFrame(step)
  }
  step()
}
