import { describe, expect, test } from 'vitest'
import { marksOf, plainOf } from './markdown.ts'

const linksIn = (body: string) =>
  [...JSON.stringify(marksOf(body) ?? []).matchAll(/"href":"([^"]*)"/g)].map(([, href]) => href)

describe('what a teacher marks in a message', () => {
  test('is stressed, listed, quoted and shown as code, and nothing else is made of it', () => {
    expect(marksOf('**Ертең** _міндетті_ `код`')).toEqual([
      {
        t: 'p',
        c: [{ t: 'strong', c: ['Ертең'] }, ' ', { t: 'em', c: ['міндетті'] }, ' ', { t: 'code', c: ['код'] }],
      },
    ])
    expect(marksOf('> дәйек\n\n- бір\n- екі')).toEqual([
      { t: 'blockquote', c: [{ t: 'p', c: ['дәйек'] }] },
      {
        t: 'ul',
        c: [
          { t: 'li', c: [{ t: 'p', c: ['бір'] }] },
          { t: 'li', c: [{ t: 'p', c: ['екі'] }] },
        ],
      },
    ])
    for (const plain of [
      '# Тақырып емес',
      'Жолы\n===',
      '<b onclick=alert(1)>қою</b>',
      '&lt;',
      '2*3*4',
      'snake_case',
      '---',
    ])
      expect(marksOf(plain) === undefined || plainOf(marksOf(plain) ?? []) === plain).toBe(true)
    expect(JSON.stringify(marksOf('**x** <img src=x onerror=alert(1)>'))).toContain('<img src=x')
  })

  test('a year at the beginning of a line stays that year', () => {
    expect(marksOf('1991. Тәуелсіздік')).toEqual([
      { t: 'ol', start: 1991, c: [{ t: 'li', c: [{ t: 'p', c: ['Тәуелсіздік'] }] }] },
    ])
  })
})

describe('a link', () => {
  test('leads to the web only', () => {
    expect(linksIn('қара https://bilim.kz/a және www.kz.kz')).toEqual(['https://bilim.kz/a', 'http://www.kz.kz/'])
    for (const to of [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//evil.kz',
      '/rooms',
      'https://me:pw@evil.kz',
    ])
      expect(linksIn(`**x** [бас](${to})`)).toEqual([])
  })

  test('with words of its own says which host it leads to', () => {
    expect(plainOf(marksOf('[kaspi.kz](https://evil.kz/kaspi.kz)') ?? [])).toBe('kaspi.kz (evil.kz)')
    expect(plainOf(marksOf('[bilim.kz](https://bilim.kz/)') ?? [])).toBe('bilim.kz')
  })

  test('loads nothing: an image is a link like any other', () => {
    expect(JSON.stringify(marksOf('![сурет](https://a.kz/i.png)'))).not.toContain('img')
  })
})

test('a text built to keep the server busy is read as it is', () => {
  for (const piece of ['_a*', '[a](', '- a\n', '> ', '`a', '**a*', '1. ', '> - '])
    expect(marksOf(piece.repeat(900))).toBeUndefined()
})
