import { expect, test } from 'vitest'
import { makeBell } from './bell.ts'

test('who begins to hear while something is told hears only what comes next', () => {
  const bell = makeBell<[string]>()
  const heard: string[] = []
  const stop = bell.hear((news) => {
    heard.push(`first: ${news}`)
    stop()
    bell.hear((next) => heard.push(`second: ${next}`))
  })
  bell.ring('published')
  bell.ring('edited')
  expect(heard).toEqual(['first: published', 'second: edited'])
})
