import type { Actor, Member, PracticeFacts, Role } from '@academy/contract'
import { describe, expect, test } from 'vitest'
import { maySeeTranslations, mayTranslate, mayVerifyTranslation, mayWithdrawTranslation } from './translations.ts'

const member = (id: string, role: Role = 'teacher', placeId = 'school'): Member =>
  ({ kind: 'member', id, name: id, roles: [{ role, placeId }] }) as unknown as Member
const stranger: Actor = { kind: 'stranger' }
const practice = (more: Partial<PracticeFacts> = {}): PracticeFacts => ({
  authorId: 'author',
  coAuthorIds: [],
  placePath: ['region', 'district', 'school'],
  visibility: 'public',
  withdrawn: false,
  ...more,
})
const author = member('author', 'parent')
const translator = member('translator', 'teacher', 'far')
const other = member('other', 'mentor', 'far')
const parent = member('parent', 'parent')
const leader = member('leader', 'school-leader')
const draft = { translatorId: 'translator', verified: false }
const verified = { translatorId: 'translator', verified: true }

describe('translating', () => {
  test('is for whoever teaches, anywhere, and for the author', () => {
    for (const who of [author, translator, other, leader]) expect(mayTranslate(who, practice())).toBe(true)
    for (const who of [parent, stranger]) expect(mayTranslate(who, practice())).toBe(false)
  })

  test('is for nobody where the practice is withdrawn', () => {
    for (const who of [author, translator, leader]) expect(mayTranslate(who, practice({ withdrawn: true }))).toBe(false)
  })

  test('is looked at by everybody with an account who may see the practice', () => {
    expect(maySeeTranslations(parent, practice({ visibility: 'members' }))).toBe(true)
    expect(maySeeTranslations(stranger, practice())).toBe(false)
    expect(maySeeTranslations(parent, practice({ withdrawn: true }))).toBe(false)
  })
})

describe('saying that a translation holds', () => {
  test('is for another teacher than its translator, and for the author', () => {
    expect(mayVerifyTranslation(other, draft, practice())).toBe(true)
    expect(mayVerifyTranslation(author, draft, practice())).toBe(true)
    expect(mayVerifyTranslation(translator, draft, practice())).toBe(false)
    expect(mayVerifyTranslation(parent, draft, practice())).toBe(false)
    expect(mayVerifyTranslation(stranger, draft, practice())).toBe(false)
  })

  test('of a translator whose account is gone is for any teacher', () => {
    expect(mayVerifyTranslation(other, { ...draft, translatorId: null }, practice())).toBe(true)
    expect(mayVerifyTranslation(stranger, { ...draft, translatorId: null }, practice())).toBe(false)
  })

  test('the author, translating their own, needs nobody else', () => {
    expect(mayVerifyTranslation(author, { translatorId: 'author', verified: false }, practice())).toBe(true)
  })
})

test('a draft is taken away by its translator, what was verified only by those who keep the practice', () => {
  expect(mayWithdrawTranslation(translator, draft, practice())).toBe(true)
  expect(mayWithdrawTranslation(translator, verified, practice())).toBe(false)
  expect(mayWithdrawTranslation(other, draft, practice())).toBe(false)
  for (const who of [author, leader]) expect(mayWithdrawTranslation(who, verified, practice())).toBe(true)
  expect(mayWithdrawTranslation(leader, verified, practice({ withdrawn: true }))).toBe(false)
  expect(mayWithdrawTranslation(stranger, { ...draft, translatorId: null }, practice())).toBe(false)
})
