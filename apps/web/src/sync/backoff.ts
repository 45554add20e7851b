/** Milliseconds to wait before the next try: doubles up to a minute, with jitter so that a hall of phones does not return in one instant. */
export const backoff = (tries: number): number => Math.min(60_000, 500 * 2 ** tries) * (0.5 + Math.random())

/** The device says there is no line. The opposite is never certain. */
export const lineless = (): boolean => navigator.onLine === false
