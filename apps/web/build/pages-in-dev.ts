import type { Plugin } from 'vite'

/** In development every page of a language is the app's or the live entry's; the server answers only calls. */
export function pagesInDev(): Plugin {
  return {
    name: 'academy:pages-in-dev',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const path = request.url?.split('?')[0] ?? ''
        if (/^\/(kk|ru|en)\/live\/[^/]+$/.test(path)) request.url = '/live.html'
        else if (/^\/((kk|ru|en)(\/.*)?)?$/.test(path)) request.url = '/app.html'
        next()
      })
    },
  }
}
