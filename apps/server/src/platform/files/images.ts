import { AcademyError, LIMITS } from '@academy/contract'

export interface Picture {
  bytes: Buffer
  width: number
  height: number
  small: Buffer
}

/** One picture at a time: forty million pixels are 160 MB while they are looked at. */
let turn: Promise<unknown> = Promise.resolve()

/**
 * A picture made anew from its pixels, upright, no larger than a screen needs, and a small one for lists. Where it was taken, by which
 * phone and when, and whatever else stood in it beside the pixels, is gone.
 */
export function drawAnew(path: string): Promise<Picture> {
  const drawn = turn.then(() => draw(path))
  turn = drawn.catch(() => {})
  return drawn
}

async function draw(path: string): Promise<Picture> {
  // @NOTE Loaded with the first picture: a start does not wait for it.
  const { default: sharp } = await import('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  const { side, smallSide, pixels } = LIMITS.files
  const within = (length: number) =>
    ({ width: length, height: length, fit: 'inside', withoutEnlargement: true }) as const
  try {
    const { width, height } = await sharp(path, { limitInputPixels: false }).metadata()
    if (width * height > pixels) throw new AcademyError('files/too-many-pixels')
    const { data, info } = await sharp(path, { limitInputPixels: pixels, failOn: 'truncated' })
      .autoOrient()
      .resize(within(side))
      .webp({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    const small = await sharp(data).resize(within(smallSide)).webp({ quality: 72 }).toBuffer()
    return { bytes: data, width: info.width, height: info.height, small }
  } catch (error) {
    throw error instanceof AcademyError ? error : new AcademyError('files/damaged', {}, { cause: error })
  }
}
