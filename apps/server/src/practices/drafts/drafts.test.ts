import { LIMITS, newId } from '@academy/contract'
import { refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'
import { edited, openShelf, share } from '../test-shelf.ts'

const aSave = (practiceId: string, base: number, title: string) => ({
  id: newId(),
  practiceId,
  base,
  form: JSON.stringify({ title, language: 'kk' }),
})

test('what is begun on one device goes on on another, and two that write at once lose nothing', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  const { draft, drafts, saveDraft } = aigul.rpc.practices
  const practiceId = newId()
  const first = aSave(practiceId, 0, 'Қар')
  const done = await saveDraft.mutate(first)
  expect(await saveDraft.mutate(first)).toEqual(done)
  await saveDraft.mutate(aSave(practiceId, 1, 'Қар мен мұз'))

  // The other device saw only the first save.
  expect(await refusalOf(saveDraft.mutate(aSave(practiceId, 1, 'Қар мен су')))).toEqual({
    code: 'practices/edited-elsewhere',
  })
  expect(await refusalOf(saveDraft.mutate(aSave(practiceId, 0, 'Басынан')))).toEqual({
    code: 'practices/edited-elsewhere',
  })
  const seen = await draft.query({ practiceId })
  expect(seen).toMatchObject({ n: 2, form: JSON.stringify({ title: 'Қар мен мұз', language: 'kk' }) })
  expect(await drafts.query({})).toMatchObject({
    items: [{ practiceId, title: 'Қар мен мұз', language: 'kk', published: false }],
    next: null,
  })
})

test('an identification number typed by mistake is not kept in a draft either', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  const practiceId = newId()
  await aigul.rpc.practices.saveDraft.mutate(aSave(practiceId, 0, 'Оқушы 990101300122'))
  expect((await aigul.rpc.practices.draft.query({ practiceId }))?.form).not.toContain('990101300122')
})

test('a draft is its writer’s alone, and goes when it is published, dropped, or its writer leaves', async () => {
  const { academy, aigul, berik } = await openShelf()
  await using _ = academy
  const [toPublish, toDrop] = [newId(), newId()]
  const practice = await share(academy, aigul)
  for (const id of [toPublish, toDrop, practice.id]) await aigul.rpc.practices.saveDraft.mutate(aSave(id, 0, id))
  expect(await berik.rpc.practices.draft.query({ practiceId: toPublish })).toBeNull()
  await berik.rpc.practices.dropDraft.mutate({ id: newId(), practiceId: toPublish })

  const left = async () => (await aigul.rpc.practices.drafts.query({})).items.map((row) => row.practiceId)
  expect(new Set(await left())).toEqual(new Set([toPublish, toDrop, practice.id]))
  await aigul.rpc.practices.edit.mutate(edited(practice, 1))
  await share(academy, aigul, { draft: toPublish })
  expect(await left()).toEqual([toDrop])
  await aigul.rpc.practices.dropDraft.mutate({ id: newId(), practiceId: toDrop })
  expect(await left()).toEqual([])

  await aigul.rpc.practices.saveDraft.mutate(aSave(newId(), 0, 'Кетер алдында'))
  expect((await academy.rooms.practices.contributeToExport(aigul.id)).drafts).toMatchObject([
    { title: 'Кетер алдында' },
  ])
  await academy.db.write((tx) => academy.rooms.practices.onMemberErased(tx, aigul.id, new Date()))
  expect(await left()).toEqual([])
})

test('signs that no database keeps go from a draft, and what was written stays', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  const practiceId = newId()
  const form =
    '{"title":"Қар\\u0000 мен\\ud800 мұз","\\u0000steps":[{"__proto__":{"text":"\\u0000Күрек"}}],"language":"kk"}'
  await aigul.rpc.practices.saveDraft.mutate({ id: newId(), practiceId, base: 0, form })
  const kept = JSON.parse((await aigul.rpc.practices.draft.query({ practiceId }))?.form ?? '{}')
  expect(kept.title).toBe('Қар мен\ufffd мұз')
  expect(JSON.stringify(kept.steps)).toBe('[{"__proto__":{"text":"Күрек"}}]')
})

test('drafts are bounded, in size and in number, and said so', async () => {
  const { academy, aigul } = await openShelf()
  await using _ = academy
  const { saveDraft, drafts } = aigul.rpc.practices
  const deep = `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`
  const bad = (form: string) => refusalOf(saveDraft.mutate({ id: newId(), practiceId: newId(), base: 0, form }))
  for (const form of ['', '[]', 'null', '{"a":', JSON.stringify({ a: 'а'.repeat(LIMITS.draft) }), deep])
    expect(await bad(form)).toEqual({ code: 'bad-input', fields: ['form'] })
  for (let n = 0; n < LIMITS.drafts; n++) await saveDraft.mutate(aSave(newId(), 0, `${n}`))
  expect(await refusalOf(saveDraft.mutate(aSave(newId(), 0, 'Тағы')))).toEqual({ code: 'practices/too-many-drafts' })
  const first = await drafts.query({ limit: 20 })
  const rest = await drafts.query({ limit: 20, cursor: first.next })
  expect([first.items.length, rest.items.length, rest.next]).toEqual([20, LIMITS.drafts - 20, null])
})
