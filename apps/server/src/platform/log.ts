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

/**
 * An error of a driver may quote the row it failed on, and a post office whom it does not know: whatever stands in quotes, looks like
 * a value or like a mail address is left out. Packages in a stack (`pg@8.23.1`) are not addresses.
 */
const scrub = (text: string): string =>
  text
    .replace(/\bparams: .*/gis, 'params: …')
    .replace(/<[^<>\s]*@[^<>\s]*>|[^\s<>/]+@[\p{L}\d.-]*\.\p{L}{2,}/gu, '…')
    .replace(/'[^'\n]{0,400}'|"[^"\n]{0,400}"/g, '…')
    .slice(0, 4000)
