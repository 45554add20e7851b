/** Who wants to hear of something, and the telling of it. `hear` returns what stops it. */
export function makeBell<News extends unknown[] = []>() {
  const hearers = new Set<(...news: News) => void>()
  return {
    hear(hearer: (...news: News) => void): () => void {
      hearers.add(hearer)
      return () => hearers.delete(hearer)
    },
    ring(...news: News): void {
      // Who begins to hear because of it hears the next one.
      for (const hearer of [...hearers]) hearer(...news)
    },
  }
}
