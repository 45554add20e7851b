import { openAcademy } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { isOwnHandshake, isOwnOrigin } from './origin.ts'

const PUBLIC = 'https://academy.example.kz'

describe('a request from one of our own pages', () => {
  test('is known by its exact origin', () => {
    expect(isOwnOrigin({ origin: PUBLIC }, PUBLIC)).toBe(true)
    expect(isOwnOrigin({ origin: 'http://school:3000', host: 'school:3000' }, undefined)).toBe(true)
    for (const origin of [
      undefined,
      'null',
      `${PUBLIC}.evil.example`,
      'http://academy.example.kz',
      'https://evil.example',
    ])
      expect(isOwnOrigin({ ...(origin ? { origin } : {}), host: 'academy.example.kz' }, PUBLIC), origin).toBe(false)
  })

  test('polls without an Origin, and is then known by its Referer', () => {
    expect(isOwnHandshake({ referer: `${PUBLIC}/kk/home` }, PUBLIC)).toBe(true)
    expect(isOwnHandshake({ referer: 'http://school:3000/kk/live/1', host: 'school:3000' }, undefined)).toBe(true)
    for (const referer of [undefined, '', 'about:client', 'https://evil.example/kk', `https://evil.example/?${PUBLIC}`])
      expect(
        isOwnHandshake({ ...(referer === undefined ? {} : { referer }), host: 'school:3000' }, PUBLIC),
        referer,
      ).toBe(false)
  })

  test('never opens a WebSocket by its Referer, nor passes a foreign Origin by it', () => {
    const referer = `${PUBLIC}/kk/home`
    expect(isOwnHandshake({ referer, upgrade: 'websocket' }, PUBLIC)).toBe(false)
    expect(isOwnHandshake({ referer, origin: 'https://evil.example' }, PUBLIC)).toBe(false)
  })
})

test('a school proxy that lets no WebSocket through is no wall: polling opens for our own page, and for no other', async () => {
  await using academy = await openAcademy()
  const poll = (headers: Record<string, string>) =>
    fetch(`${academy.url}/socket.io/?EIO=4&transport=polling`, { headers }).then(({ status }) => status)
  expect(await poll({ referer: `${academy.url}/kk/home` })).toBe(200)
  expect(await poll({})).toBe(403)
  expect(await poll({ referer: 'https://evil.example/kk/home' })).toBe(403)
})
