import { correction, generate } from 'lean-qr'
import { toSvgSource } from 'lean-qr/extras/svg'

/** A link as a QR in SVG source, dark on light with the quiet zone that cameras need. */
export const qrOf = (link: string): string =>
  toSvgSource(generate(link, { minCorrectionLevel: correction.M }), { on: '#1f1b17', off: '#ffffff', padX: 4, padY: 4 })
