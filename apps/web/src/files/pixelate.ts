/** A box on a picture, in its own pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** So many squares along the longer side of a box at most, and none smaller than this: of a face nothing is left to make out. */
const SQUARES = 6
const SMALLEST = 16

/** Makes a box of the picture into a few squares of one colour each. The pixels themselves change: there is nothing under it. */
export function pixelate(pixels: Uint8ClampedArray, size: { width: number; height: number }, box: Box): void {
  const left = Math.max(0, Math.floor(box.x))
  const top = Math.max(0, Math.floor(box.y))
  const right = Math.min(size.width, Math.ceil(box.x + box.width))
  const bottom = Math.min(size.height, Math.ceil(box.y + box.height))
  const square = Math.max(SMALLEST, Math.ceil(Math.max(right - left, bottom - top) / SQUARES))
  for (let y = top; y < bottom; y += square)
    for (let x = left; x < right; x += square)
      level(pixels, size.width, {
        left: x,
        top: y,
        right: Math.min(x + square, right),
        bottom: Math.min(y + square, bottom),
      })
}

function level(
  pixels: Uint8ClampedArray,
  width: number,
  { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
): void {
  const sum = [0, 0, 0]
  const each = (visit: (at: number) => void) => {
    for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) visit((y * width + x) * 4)
  }
  each((at) => {
    for (let c = 0; c < 3; c++) sum[c] = (sum[c] as number) + (pixels[at + c] as number)
  })
  const count = (right - left) * (bottom - top)
  each((at) => {
    for (let c = 0; c < 3; c++) pixels[at + c] = (sum[c] as number) / count
  })
}
