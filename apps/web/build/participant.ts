import type { Plugin } from 'vite'

/** The participant's page has dictionaries and icons of its own: without the map of all other dictionaries, without the bar's pictures. */
export function participantsOwn(): Plugin {
  return {
    name: 'academy:participants-own',
    enforce: 'pre',
    async resolveId(id, importer) {
      const tongue = /^\.\/(kk|ru|en)\/index\.ts$/.exec(id)?.[1]
      if (tongue) return this.resolve(`./${tongue}/participant.ts`, importer)
      if (id === './icons.ts') return this.resolve('./icons-participant.ts', importer)
      return undefined
    },
  }
}
