// Makes PDFs beside the server's own thread: setting a long plan takes a while, and nobody else waits for it.
import { parentPort } from 'node:worker_threads'
import type { Sheet } from './sheet.ts'
import { drawPdf } from './sheet-pdf.ts'

export interface PdfAsked {
  n: number
  sheet: Sheet
}
export type PdfMade = { n: number; pdf: Uint8Array } | { n: number; fault: string }

parentPort?.on('message', async ({ n, sheet }: PdfAsked) => {
  try {
    const made = await drawPdf(sheet)
    // Its own memory, which is handed over instead of copied.
    const pdf = new Uint8Array(made)
    parentPort?.postMessage({ n, pdf } satisfies PdfMade, [pdf.buffer])
  } catch (error) {
    parentPort?.postMessage({ n, fault: (error as Error).name } satisfies PdfMade)
  }
})
