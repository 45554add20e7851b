import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

const at = 'https://academy.example.kz'
const back = (asked: string | null) => wayBack(asked, 'ru', at)

test('whoever was led to the sign-in comes back to where they were going, in the language of now', () => {
  expect(back('/kk/rooms/01H?around=3#m')).toBe('/ru/rooms/01H?around=3#m')
  expect(back('/ru/live/01H')).toBe('/ru/live/01H')
})

test('without a way back it is home, never the sign-in again', () => {
  for (const asked of [null, '', '/kk', '/kk/sign-in', '/kk/sign-in?to=/kk/me', 'http://['])
    expect(back(asked)).toBe('/ru/home')
})

test('no address leads from our sign-in to somebody else', () => {
  for (const asked of [
    'https://evil.example/kk/home',
    '//evil.example/kk/home',
    '/\\evil.example/kk/home',
    '/\t/evil.example/kk/home',
    'javascript:alert(1)',
    'data:text/html,x',
    '/trpc/members.signOut',
    '/kkk/home',
    'https://academy.example.kz.evil.example/kk/home',
  ])
    expect(back(asked), asked).toBe('/ru/home')
})
