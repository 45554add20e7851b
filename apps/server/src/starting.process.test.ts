import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type ChildAcademy, startAcademy } from '@academy/testkit/child'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..', '..')

/** A start that is expected to end by itself. */
async function startAnother(environment: Record<string, string>): Promise<{ code: number; said: string }> {
  const env = { ...process.env, ...environment }
  const child = spawn(process.execPath, ['apps/server/start.js'], { cwd: root, env })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  const [code] = (await once(child, 'exit')) as [number]
  return { code, said }
}

describe('a server that runs', () => {
  let academy: ChildAcademy
  beforeEach(async () => {
    academy = await startAcademy()
  })
  afterEach(() => academy.close())

  test('ends in order when it is told to the moment it answers', async () => {
    await academy.kill()
    for (let times = 0; times < 3; times++) {
      await academy.start()
      expect(await academy.end()).toBe(0)
    }
  })

  test('keeps its port: a second one says what to do, and ends', async () => {
    const { code, said } = await startAnother({
      PORT: new URL(academy.url).port,
      ACADEMY_DATA: academy.dataDirectory,
      LOG_LEVEL: 'warn',
    })
    expect(said).toContain('The academy could not start.')
    expect(said).toContain('choose another port: PORT=')
    expect(code).toBe(1)
    expect((await fetch(`${academy.url}/healthz`)).status).toBe(200)
  })

  test('keeps its kind: the demo is not opened as a real academy, nor shown to the network unasked', async () => {
    const data = { ACADEMY_DATA: academy.dataDirectory, PORT: '0', LOG_LEVEL: 'warn' }
    const asReal = await startAnother({ ...data, ACADEMY_MODE: 'production' })
    expect(asReal.said).toContain('This database holds the demo district')
    expect(asReal.code).toBe(1)
    const toAll = await startAnother({ ...data, HOST: '0.0.0.0' })
    expect(toAll.said).toContain('set ACADEMY_DEMO_PUBLIC=1')
    expect(toAll.code).toBe(1)
  })
})
