import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { connect } from 'node:net'
import { newId } from '@academy/contract'
import { type Academy, openAcademy } from '@academy/testkit'
import { expect, test } from 'vitest'

/** How long stopping takes, milliseconds. */
async function stop(academy: Academy): Promise<number> {
  const began = performance.now()
  await academy.app.close()
  return performance.now() - began
}

test('a connection on which nobody has spoken yet does not hold up the end', async () => {
  await using academy = await openAcademy()
  const { hostname, port } = new URL(academy.url)
  const spare = connect(Number(port), hostname)
  await once(spare, 'connect')
  const gone = once(spare, 'close')
  // A full round trip: the server knows of the spare connection by then.
  await academy.stranger().get('/healthz')
  expect(await stop(academy)).toBeLessThan(2000)
  await gone
})

test('what is being sent when the order to stop comes is taken and answered', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const body = JSON.stringify({ id: newId(), name: 'Жаңа Есім', locale: 'kk' })
  const headers = { ...teacher.headers, 'content-type': 'application/json', expect: '100-continue' }
  const sending: ClientRequest = request(`${academy.url}/trpc/members.updateMe`, {
    method: 'POST',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  })
  sending.flushHeaders()
  // The server has begun with it.
  await once(sending, 'continue')
  const answered = once(sending, 'response') as Promise<[IncomingMessage]>
  sending.write(body.slice(0, 20))
  const stopped = stop(academy)
  setTimeout(() => sending.end(body.slice(20)), 300)

  const [answer] = await answered
  expect(answer.statusCode).toBe(200)
  answer.resume()
  expect(await stopped).toBeLessThan(4000)
})

test('who follows is told that it is a restart, and nobody comes in any more', async () => {
  await using academy = await openAcademy()
  const teacher = await academy.person('teacher')
  const socket = await teacher.socket()
  const farewell = new Promise((said) => socket.once('farewell', said))
  const gone = new Promise((left) => socket.once('disconnect', left))
  const stopped = stop(academy)
  expect(await farewell).toBe('restarting')
  await Promise.all([gone, stopped])
  await expect(teacher.socket()).rejects.toThrow()
})
