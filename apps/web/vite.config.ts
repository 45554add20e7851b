import { defineConfig, type UserConfig } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import solid from 'vite-plugin-solid'
import { inlineLimits } from './build/inline-limits.ts'
import { leanPreload } from './build/lean-preload.ts'
import { nativeHelpers } from './build/native-helpers.ts'
import { pagesInDev } from './build/pages-in-dev.ts'
import { participantsOwn } from './build/participant.ts'
import { precompress } from './build/precompress.ts'
import { pureSchemas } from './build/pure-schemas.ts'
import { socketDiet } from './build/socket-diet.ts'
import { tusDiet } from './build/tus-diet.ts'

/** Chrome and WebView 114, Safari 17, Firefox 125: anything older gets the pages without script. */
const target = ['chrome114', 'safari17', 'firefox125']

/** lightningcss's `Features.LightDark`. */
const LIGHT_DARK = 1 << 20

/** The policy forbids style attributes, so none may stand in a template; the plugin's types do not know the option yet. */
const strict = { inlineStyles: false } as object

/**
 * Words of a locale are named by it, so that the service worker keeps only the languages seen; a page and a later part by what it is. What
 * several share is a hash alone: the first page lists all of them, and their names would be a quarter of that list.
 */
const chunkName = (chunk: { facadeModuleId: string | null; name: string }) => {
  const words = /\/locale\/(kk|ru|en)\/(\w+)\.ts$/.exec(chunk.facadeModuleId ?? '')
  if (words) return `assets/${words[1]}-${words[2]}-[hash:7].js`
  return chunk.facadeModuleId || chunk.name.endsWith('-base') ? 'assets/[name]-[hash:7].js' : 'assets/[hash:7].js'
}

/**
 * What nearly every page of the app uses, in the one file it starts with: a dozen small files would pack worse and be asked for one
 * by one. What is rarely needed stays out.
 */
const COMMON = [
  /node_modules\/(solid-js\/(web\/)?dist|@trpc\/)/,
  /\/apps\/web\/src\/(entry-app|sync\/(?!leaving)|shell\/(?!FaultPage|HaltBand|page-map|route-table)|locale\/(in-)?locale\.ts|places\/use-)/,
  /\/packages\/(contract|policy)\/src\/(?!files|evidence|translation|merging)/,
  /\/packages\/language\/src\/(?!iin|fold|order|translation)/,
  /\/packages\/design\/src\/(create-toasts|Icon|Button|List|words)\.tsx?$/,
  /vite\/(preload-helper|modulepreload)/,
]
/** What all pages of practices that show one share: one file, for each more is a name in the first page. */
const SHARED_BY_PRACTICES = /\/practices\/(practice-words|create-practice)\b/

const isCommon = (id: string) => COMMON.some((some) => some.test(id))

/**
 * A participant's page is one file with its socket: what stands there before the script is the server's, and the session is followed
 * one round trip sooner. Apart from it is what most never need.
 */
const RARE =
  /locale\/(kk|ru|en)\/|shell\/(FaultPage|HaltBand|update)|design\/src\/(Toast|Keys|State)|live\/Mine|language\/src\/(iin|dates)|sync\/(http|leaving)|@trpc|\.css/
const isParticipants = (id: string) => !RARE.test(id)

/**
 * One entry of the client. The app and the participant's page are built apart: each carries only what it uses of the libraries, and
 * all it starts with is one file, which packs better than many.
 */
const client = (entry: 'app' | 'live'): UserConfig => ({
  plugins: [
    solid({ solid: strict }),
    inlineLimits(),
    pureSchemas(),
    leanPreload(),
    nativeHelpers(),
    socketDiet(),
    tusDiet(),
    pagesInDev(),
    // The second build of the two ends the work: the service worker's list and the packing are of all files.
    ...(entry === 'live'
      ? [
          participantsOwn(),
          VitePWA({
            strategies: 'injectManifest',
            srcDir: 'src',
            filename: 'service-worker.ts',
            injectRegister: false,
            // The manifest has a start page and a name per language: the server writes it.
            manifest: false,
            injectManifest: { globPatterns: ['assets/*.{js,css}'] },
          }),
          precompress(),
        ]
      : []),
  ],
  publicDir: entry === 'app' ? 'public' : false,
  // `light-dark()` is not used; its stand-in for browsers without it would be in every page.
  css: { lightningcss: { exclude: LIGHT_DARK } },
  build: {
    outDir: 'dist/client',
    emptyOutDir: entry === 'app',
    manifest: `.vite/${entry}.json`,
    target,
    cssTarget: target,
    modulePreload: { polyfill: false },
    // A data: URL would stand in the way of the policy, and a small file is one line of the cache.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    rolldownOptions: {
      input: `${entry}.html`,
      output: {
        chunkFileNames: chunkName,
        assetFileNames: 'assets/[hash:7][extname]',
        codeSplitting: {
          groups: [
            { name: `${entry}-base`, test: entry === 'app' ? isCommon : isParticipants },
            { name: 'practices', test: SHARED_BY_PRACTICES },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/trpc': 'http://127.0.0.1:3000',
      '/socket.io': { target: 'http://127.0.0.1:3000', ws: true },
    },
  },
})

/** The pages without script, for the server, as one file. */
const publicPages: UserConfig = {
  plugins: [solid({ solid: { generate: 'ssr', hydratable: false, ...strict } })],
  publicDir: false,
  css: { lightningcss: { exclude: LIGHT_DARK } },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: 'dist/public',
    target: 'node24',
    minify: false,
    cssMinify: 'lightningcss',
    cssTarget: target,
    rolldownOptions: { input: 'src/public/public.tsx', output: { entryFileNames: 'public.js', codeSplitting: false } },
  },
}

/** `vite build` makes the app, `vite build --mode live` the participant's page, `vite build --ssr` the pages without script. */
export default defineConfig(({ isSsrBuild, mode }) =>
  isSsrBuild ? publicPages : client(mode === 'live' ? 'live' : 'app'),
)
