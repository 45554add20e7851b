/** Where "now" comes from, so that a test may move it. Always UTC. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }
