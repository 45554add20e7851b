import { createServer, connect as dial, type Socket as End } from 'node:net'

/**
 * The line between a phone and the academy, as TCP: it can be cut, and it can go dead without anybody being told, as when a phone
 * leaves a mast's reach. What a dead line has swallowed never arrives.
 *
 *     await using wire = await layWire(academy.url)
 */
export async function layWire(to: string) {
  const { hostname, port } = new URL(to)
  const ends = new Set<End>()
  const academyEnds = new Set<End>()
  let state: 'good' | 'cut' | 'dead' = 'good'

  const server = createServer((phone) => {
    if (state === 'cut') return phone.destroy()
    const academy = dial(Number(port), hostname)
    academyEnds.add(academy)
    const pass = (from: End, into: End) => {
      ends.add(from)
      from.on('data', (bytes) => {
        if (state !== 'dead') into.write(bytes)
      })
      from.on('close', () => {
        ends.delete(from)
        academyEnds.delete(from)
        // Over a dead line neither end hears that the other is gone.
        if (state !== 'dead') into.destroy()
      })
      from.on('error', () => {})
    }
    pass(phone, academy)
    pass(academy, phone)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port: own } = server.address() as { port: number }

  const drop = () => {
    for (const end of ends) end.destroy()
  }
  return {
    url: `http://127.0.0.1:${own}`,
    cut() {
      state = 'cut'
      drop()
    },
    die() {
      state = 'dead'
    },
    /** Good again. What was open over a dead line stays dead for the phone. */
    mend() {
      if (state === 'dead') for (const end of academyEnds) end.destroy()
      state = 'good'
    },
    async [Symbol.asyncDispose](): Promise<void> {
      state = 'cut'
      drop()
      await new Promise((closed) => server.close(closed))
    },
  }
}
