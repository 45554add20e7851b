/** A set of numbers in few bytes: sorted, each as its distance from the one before, seven bits to a byte. PostgreSQL reads them, too (`search_set`). */
export function packIds(ids: Iterable<number>): Uint8Array {
  const sorted = [...new Set(ids)].sort((a, b) => a - b)
  const out: number[] = []
  let before = 0
  for (const id of sorted) {
    let step = id - before
    before = id
    while (step > 127) {
      out.push((step & 127) | 128)
      step >>>= 7
    }
    out.push(step)
  }
  return Uint8Array.from(out)
}

export function unpackIds(packed: Uint8Array | null): number[] {
  const ids: number[] = []
  if (!packed) return ids
  let id = 0
  let step = 0
  let shift = 0
  for (const byte of packed) {
    step |= (byte & 127) << shift
    if (byte > 127) {
      shift += 7
      continue
    }
    id += step
    ids.push(id)
    step = 0
    shift = 0
  }
  return ids
}

/** Groups of ids that sets are looked through for: for an id the bits of its groups. Most ids are in none, which a look at one byte tells. */
export class Look {
  readonly #bits = new Map<number, number>()
  readonly #maybe = new Uint8Array(4096)

  add(id: number, group: number): void {
    this.#bits.set(id, (this.#bits.get(id) ?? 0) | (1 << group))
    this.#maybe[id & 4095] = 1
  }

  /** Which groups a packed set touches, and how many ids it holds. Reading on is all the work there is for a hit, so nothing is made here. */
  at(packed: Uint8Array | null): { bits: number; size: number } {
    let bits = 0
    let size = 0
    if (packed) {
      const maybe = this.#maybe
      let id = 0
      let step = 0
      let shift = 0
      for (let i = 0; i < packed.length; i++) {
        const byte = packed[i] as number
        step |= (byte & 127) << shift
        if (byte > 127) {
          shift += 7
          continue
        }
        id += step
        size++
        if (maybe[id & 4095] === 1) bits |= this.#bits.get(id) ?? 0
        step = 0
        shift = 0
      }
    }
    return { bits, size }
  }
}
