import type { Plugin } from 'vite'

/** The participant's page has dictionaries of its own, without the map of all the others. */
export function participantWords(): Plugin {
  return {
    name: 'academy:participant-words',
    enforce: 'pre',
    async resolveId(id, importer) {
      const tongue = /^\.\/(kk|ru|en)\/index\.ts$/.exec(id)?.[1]
      return tongue ? this.resolve(`./${tongue}/participant.ts`, importer) : undefined
    },
  }
}
