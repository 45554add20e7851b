export type Turns = ReturnType<typeof createTurns>

/** So many at once, the others in the order in which they came: for what takes much memory while it lasts. */
export function createTurns(atOnce: number) {
  let running = 0
  const waiting: (() => void)[] = []

  return async function inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (running >= atOnce) await new Promise<void>((go) => waiting.push(go))
    else running++
    try {
      return await act()
    } finally {
      // Handed on, not given back: nobody who comes now passes those who wait.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
