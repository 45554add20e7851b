import type { FastifyInstance, RouteOptions } from 'fastify'
import type { PolicyName } from './policies.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    policy?: PolicyName
  }
}

/** Remembers every route as it is registered; a test holds each to a policy. */
export function listRoutes(app: FastifyInstance): readonly RouteOptions[] {
  const routes: RouteOptions[] = []
  app.addHook('onRoute', (route) => void routes.push(route))
  return routes
}

/** Names one policy for all routes of a scope: for plugins that register their own. */
export function nameAll(scope: FastifyInstance, policy: PolicyName): void {
  scope.addHook('onRoute', (route) => {
    route.config = { ...route.config, policy }
  })
}
