import type { Plugin } from 'vite'
import { LIMITS } from '../../../packages/contract/src/limits.ts'

const valueAt = (path: string): unknown =>
  path
    .slice(1)
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], LIMITS)

/** Puts the number in place of its name, so that a page does not carry the whole table of limits for two of them. */
export function inlineLimits(): Plugin {
  return {
    name: 'academy:inline-limits',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /\/(apps\/web|packages\/contract)\/src\/.*\.tsx?$/, code: 'LIMITS.' },
      handler: (code) => ({
        code: code.replace(/\bLIMITS((?:\.\w+)+)/g, (whole, path: string) => {
          const value = valueAt(path)
          return typeof value === 'number' ? `${value}` : whole
        }),
        map: null,
      }),
    },
  }
}
