import { AcademyError, ERROR_KINDS, type ErrorKind, type Refusal } from '@academy/contract'
import { getTRPCErrorFromUnknown, TRPCError } from '@trpc/server'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc'

const TRPC_CODES: Record<ErrorKind, TRPC_ERROR_CODE_KEY> = {
  'bad-input': 'BAD_REQUEST',
  'signed-out': 'UNAUTHORIZED',
  refused: 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  conflict: 'CONFLICT',
  gone: 'PRECONDITION_FAILED',
  'too-many': 'TOO_MANY_REQUESTS',
  fault: 'INTERNAL_SERVER_ERROR',
}

export const HTTP_STATUS: Record<ErrorKind, number> = {
  'bad-input': 400,
  'signed-out': 401,
  refused: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  fault: 500,
}

const isAcademyError = (error: unknown): error is AcademyError => error instanceof AcademyError

/** The names of the inputs a schema found wrong; values never travel back. */
function fieldsOf(cause: unknown): string[] | undefined {
  const issues = (cause as { issues?: { path?: readonly unknown[] }[] } | undefined)?.issues
  if (!Array.isArray(issues)) return undefined
  const names = issues.map((issue) =>
    (issue.path ?? [])
      .map((step) => (typeof step === 'object' && step !== null && 'key' in step ? step.key : step))
      .map(String)
      .join('.')
      .slice(0, 60),
  )
  return [...new Set(names.filter(Boolean))].slice(0, 10)
}

/** Any error as the refusal a person may see; what is not ours is a `fault` and says nothing more. */
export function toRefusal(error: unknown): Refusal {
  if (isAcademyError(error)) return { code: error.code, ...error.details }
  const trpc = getTRPCErrorFromUnknown(error)
  if (isAcademyError(trpc.cause)) return { code: trpc.cause.code, ...trpc.cause.details }
  if (trpc.code === 'BAD_REQUEST' || trpc.code === 'PARSE_ERROR' || trpc.code === 'UNSUPPORTED_MEDIA_TYPE') {
    const fields = fieldsOf(trpc.cause)
    return { code: 'bad-input', ...(fields && fields.length > 0 ? { fields } : {}) }
  }
  if (trpc.code === 'PAYLOAD_TOO_LARGE') return { code: 'too-large' }
  if (trpc.code === 'NOT_FOUND' || trpc.code === 'METHOD_NOT_SUPPORTED') return { code: 'not-found' }
  if (trpc.code === 'TOO_MANY_REQUESTS') return { code: 'too-many' }
  return { code: 'fault' }
}

/** An error as tRPC's, with the code (so the HTTP status) that its kind asks for. */
export function toTrpcError(error: TRPCError | AcademyError): TRPCError {
  const own = isAcademyError(error) ? error : error.cause
  if (!isAcademyError(own)) return error as TRPCError
  return new TRPCError({ code: TRPC_CODES[ERROR_KINDS[own.code]], cause: own, message: own.code })
}

export const isFault = (error: unknown): boolean => toRefusal(error).code === 'fault'

/** The HTTP status of a refusal where no tRPC answers. */
export const refusalStatus = (code: Refusal['code']): number => HTTP_STATUS[ERROR_KINDS[code]]
