import { LIMITS } from '@academy/contract'

/**
 * A photo no larger than the academy keeps it, drawn anew: a tenth of the bytes on a slow line, and where it was taken stays on the phone.
 * What the browser cannot draw is sent as it is; the server says whether it takes it.
 */
export async function shrink(file: File): Promise<{ bytes: Blob; name: string }> {
  const asItIs = { bytes: file, name: file.name }
  if (!file.type.startsWith('image/') || file.type === 'image/svg+xml') return asItIs
  try {
    return { bytes: await jpegOf(await drawn(file)), name: `${file.name.replace(/\.[^.]*$/, '') || 'photo'}.jpg` }
  } catch {
    return asItIs
  }
}

/** The picture on a canvas, upright, on white where it is seen through. */
export async function drawn(file: Blob): Promise<HTMLCanvasElement> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LIMITS.files.side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d') as CanvasRenderingContext2D
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas
}

export const jpegOf = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((done, fail) =>
    canvas.toBlob((bytes) => (bytes ? done(bytes) : fail(new Error('the canvas gave nothing'))), 'image/jpeg', 0.85),
  )
