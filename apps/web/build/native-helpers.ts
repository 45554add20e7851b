import type { Plugin } from 'vite'

/** What the helper is for, said in the language every browser here speaks. */
const NATIVE: Record<string, string> = {
  objectSpread2: 'const _objectSpread2 = Object.assign',
  defineProperty: 'const _defineProperty = (object, key, value) => ((object[key] = value), object)',
  // Only subscriptions by server-sent events use them, which the academy does not.
  wrapAsyncGenerator: 'const _wrapAsyncGenerator = undefined',
  asyncIterator: 'const _asyncIterator = undefined',
}

/** tRPC is published for old browsers, with helpers that do what ours do by themselves: 1 KB in every first page. */
export function nativeHelpers(): Plugin {
  return {
    name: 'academy:native-helpers',
    apply: 'build',
    transform: {
      filter: { id: /\/@trpc\/(client|server)\/dist\/.*\.mjs$/ },
      handler: (code) => ({
        code: code.replace(
          /\/\/#region \0?\\?0?@oxc-project\+runtime[^\n]*\/(\w+)\.js\n[\s\S]*?\/\/#endregion/g,
          (whole, name: string) => NATIVE[name] ?? whole,
        ),
        map: null,
      }),
    },
  }
}
