import type { FastifyServerOptions } from 'fastify'

type Logger = NonNullable<FastifyServerOptions['logger']>

/**
 * JSON lines without secrets or personal data: a request is its method, its route (not its address: links hold keys) and its time;
 * no headers, bodies, names or addresses of people.
 */
export const loggerOptions = (level: string): Logger =>
  level === 'silent'
    ? false
    : {
        level,
        base: null,
        serializers: {
          req: (request) => ({ method: request.method, route: request.routeOptions?.url ?? 'none' }),
          res: (reply) => ({ status: reply.statusCode }),
          err: (error: Error) => ({ type: error.name, message: scrub(error.message), stack: scrub(error.stack ?? '') }),
        },
      }

/** An error of a driver may quote the row it failed on: whatever stands in quotes or looks like a value is left out. */
const scrub = (text: string): string =>
  text
    .replace(/\bparams: .*/gis, 'params: …')
    .replace(/'[^'\n]{0,400}'|"[^"\n]{0,400}"/g, '…')
    .slice(0, 4000)
