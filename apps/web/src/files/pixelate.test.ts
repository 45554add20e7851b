import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pixelate } from './pixelate.ts'

/** Colours that never come twice in a row, of a fixed seed. */
function noise(width: number, height: number) {
  let seed = 7
  return Uint8ClampedArray.from({ length: width * height * 4 }, (_, n) => {
    seed = (seed * 1103515245 + 12345) % 2147483648
    return n % 4 === 3 ? 255 : (seed >> 16) & 255
  })
}

const coloursIn = (
  pixels: Uint8ClampedArray,
  width: number,
  box: { x: number; y: number; width: number; height: number },
) => {
  const found = new Set<string>()
  for (let y = box.y; y < box.y + box.height; y++)
    for (let x = box.x; x < box.x + box.width; x++) {
      const at = (y * width + x) * 4
      found.add(pixels.subarray(at, at + 3).join())
    }
  return found.size
}

test('of a face a few squares are left, and nothing else changes', () => {
  const [width, height] = [300, 200]
  const before = noise(width, height)
  const after = before.slice()
  const box = { x: 40, y: 30, width: 120, height: 90 }
  pixelate(after, { width, height }, box)
  expect(coloursIn(before, width, box)).toBeGreaterThan(1000)
  expect(coloursIn(after, width, box)).toBeLessThanOrEqual(36)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const inside = x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height
      const at = (y * width + x) * 4
      if (!inside && before.subarray(at, at + 4).join() !== after.subarray(at, at + 4).join())
        throw new Error(`changed at ${x}, ${y}`)
    }
})

test('a box that reaches over the edge, or is a dot, does what it can', () => {
  const side = fc.double({ min: -50, max: 150, noNaN: true })
  fc.assert(
    fc.property(side, side, side, side, (x, y, width, height) => {
      const pixels = noise(60, 40)
      const before = pixels.slice()
      pixelate(pixels, { width: 60, height: 40 }, { x, y, width: Math.abs(width), height: Math.abs(height) })
      for (let at = 3; at < pixels.length; at += 4) expect(pixels[at]).toBe(before[at])
    }),
    { numRuns: 200 },
  )
})
