import type { Plugin } from 'vite'

const NATIVE = '\0native-url'

/** tus-js-client brings a URL reader for browsers without one, and with it the glue for CommonJS into every first page. All ours have one. */
export function tusDiet(): Plugin {
  return {
    name: 'academy:tus-diet',
    enforce: 'pre',
    resolveId: (id, importer) => (id === 'url-parse' && importer?.includes('tus-js-client') ? NATIVE : undefined),
    load: (id) => (id === NATIVE ? 'export default globalThis.URL' : undefined),
  }
}
