// biome-ignore lint/style/noRestrictedImports: only tests read this file.
import fc from 'fast-check'

const codePoints = fc.oneof(fc.integer({ min: 0, max: 0x2fff }), fc.integer({ min: 0, max: 0x10ffff }))

/** Any text a program may be handed, unpaired surrogates included. (fast-check's own such unit takes seconds to set up.) */
export const anyText: fc.Arbitrary<string> = fc
  .array(codePoints, { maxLength: 30 })
  .map((points) => points.map((point) => String.fromCodePoint(point)).join(''))
