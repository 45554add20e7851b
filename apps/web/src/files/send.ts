import {
  ACTOR_HEADER,
  AcademyError,
  CONTRACT_HEADER,
  CONTRACT_VERSION,
  type ErrorCode,
  isErrorCode,
  type Refusal,
  UPLOADS,
} from '@academy/contract'
import { type DetailedError, Upload } from 'tus-js-client'
import type { OnTheWay } from './uploads.ts'

/** Small enough that a proxy which holds a piece back loses little, large enough for few questions over a slow line. */
const PIECE = 512 * 1024

export interface Sending {
  file: OnTheWay
  as: string
  signal: AbortSignal
  onProgress(sent: number): void
}

/** Sends a file from where it stopped; throws an AcademyError. The one thing that talks to the server beside `sync`. */
export function send(bytes: Blob, { file, as, signal, onProgress }: Sending): Promise<void> {
  const endpoint = `${location.origin}${UPLOADS}`
  return new Promise((done, refuse) => {
    const upload = new Upload(bytes as File, {
      endpoint,
      ...(file.begun ? { uploadUrl: `${endpoint}/${as}-${file.id}` } : {}),
      chunkSize: PIECE,
      // Who waits and for how long is the list's business.
      retryDelays: null,
      storeFingerprintForResuming: false,
      metadata: { id: file.id, name: file.name },
      headers: { [CONTRACT_HEADER]: `${CONTRACT_VERSION}`, [ACTOR_HEADER]: as },
      onProgress,
      onSuccess: () => done(),
      onError: (error) => refuse(new AcademyError(codeOf(error))),
    })
    signal.addEventListener('abort', () => {
      void upload.abort()
      refuse(new AcademyError('client/offline'))
    })
    upload.start()
  })
}

/** Only the academy speaks in refusals; a proxy's page, a captive portal or silence mean that there is no line. */
function codeOf(error: Error | DetailedError): ErrorCode {
  const body = (error as DetailedError).originalResponse?.getBody()
  try {
    const { refusal } = (JSON.parse(body ?? '') as { error: { data: { refusal: Refusal } } }).error.data
    return isErrorCode(refusal.code) ? refusal.code : 'fault'
  } catch {
    return 'client/offline'
  }
}
