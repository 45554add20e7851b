/** Longer than one round can take (an answer by the socket, then by HTTP): whoever holds the turn this long is a frozen page. */
const FROZEN_AFTER = 45_000

/**
 * Runs work while no other tab of the same name does (Web Locks). A turn is one round of sending, so a tab that is put to sleep
 * holds up nobody for long. Without locks (plain HTTP in a school's network) every tab sends: the commands' ids make that harmless.
 */
export const makeTurns =
  (name: string, locks: LockManager | undefined = navigator.locks, frozenAfter = FROZEN_AFTER) =>
  async (work: () => Promise<boolean>): Promise<boolean> => {
    if (!locks) return work()
    try {
      return await locks.request(name, { signal: AbortSignal.timeout(frozenAfter) }, work)
    } catch (error) {
      if ((error as Error).name !== 'TimeoutError') throw error
      return locks.request(name, { steal: true }, work)
    }
  }
