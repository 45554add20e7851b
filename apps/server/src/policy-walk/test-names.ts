import * as policies from '@academy/policy'
import type { RouteOptions } from 'fastify'
import { IN_WORDS } from '../platform/policies.ts'
import type { Procedure } from './test-tries.ts'

type Names = Record<string, string | undefined>

/** The ways in whose policy is missing, or is neither an export of @academy/policy nor one of the words. */
export const nameless = (entries: Names): string[] =>
  Object.entries(entries).flatMap(([entry, policy]) => (policy !== undefined && isPolicy(policy) ? [] : [entry]))

const isPolicy = (name: string): boolean =>
  (IN_WORDS as readonly string[]).includes(name) ||
  (name.startsWith('may') && typeof (policies as Record<string, unknown>)[name] === 'function')

export const namesOfProcedures = (procedures: Record<string, Procedure>): Names =>
  Object.fromEntries(Object.entries(procedures).map(([name, { _def }]) => [name, _def.meta?.policy]))

export const namesOfRoutes = (routes: readonly RouteOptions[]): Names =>
  Object.fromEntries(
    routes.flatMap(({ config, method, url }) => [method].flat().map((one) => [`${one} ${url}`, config?.policy])),
  )
