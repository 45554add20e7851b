import { newId } from '@academy/contract'
import { everythingIn } from '@academy/testkit/everything'
import { openHouse, refusal, staff } from '@academy/testkit/house'
import { expect, test } from 'vitest'
import { auditOf } from '../platform/audit/store.ts'

test('I change my name and language; another browser of mine hears of it', async () => {
  await using house = await openHouse()
  const { teacher } = await staff(house)
  await teacher.browser.as((api) => api.members.updateMe({ id: newId(), name: '  Үлгі Жаңа ', locale: 'ru' }))
  const { me } = await teacher.browser.as((api) => api.members.who())
  expect(me).toMatchObject({ name: 'Үлгі Жаңа', locale: 'ru' })
  const told = await house.streams.after(`member:${teacher.id}`, 0)
  expect(told).toMatchObject({ news: [{ kind: 'me.changed', view: { name: 'Үлгі Жаңа' } }] })
})

test('I take everything that is kept of me, each room bringing its part', async () => {
  await using house = await openHouse()
  const { teacher } = await staff(house)
  await house.inviteAs(teacher.browser, 'parent', house.map.school, { note: '3Б сыныбы' })
  house.members.hooks.contributeToExport.push(['words', async (id) => (id === teacher.id ? ['мен жазған сөз'] : [])])
  expect(await teacher.browser.as((api) => api.members.exportMe())).toMatchObject({
    me: { name: teacher.name, loginName: teacher.loginName, roles: [{ role: 'teacher' }] },
    consents: [{ textVersion: teacher.consent.textVersion, withdrawnAt: null }],
    logins: [{ device: 'Chrome · Android' }],
    invitations: [{ role: 'parent', note: '3Б сыныбы' }],
    words: ['мен жазған сөз'],
  })
})

test('I delete my account: nothing in any table tells who I was', async () => {
  await using house = await openHouse()
  const { leader, teacher } = await staff(house)
  const { token } = await house.inviteAs(leader.browser, 'teacher', house.map.school)
  const person = { name: 'Құралай Жойылатын', loginName: 'quralai.joy', email: 'quralai@example.kz' }
  const me = await house.accept(token, person)
  await house.inviteAs(me.browser, 'parent', house.map.school, { note: 'Құралайдың сыныбы' })
  await me.browser.as((api) => api.members.updateMe({ id: newId(), name: person.name, locale: 'en' }))
  await leader.browser.as((api) => api.members.issueRecovery({ id: newId(), memberId: me.id }))
  await me.browser.as((api) => api.members.requestRecovery({ email: person.email, locale: 'kk' }))
  const erased: string[] = []
  house.members.hooks.onMemberErased.push(async (tx, id) => {
    expect(typeof tx.select).toBe('function')
    erased.push(id)
  })

  const wrong = me.browser.as((api) => api.members.deleteMe({ password: 'бөтен сөз' }))
  expect(await refusal(wrong)).toEqual({ code: 'members/wrong-password' })
  expect(await everythingIn(house.db)).toContain(person.loginName)
  const { loginId } = await me.browser.who()
  await me.browser.as((api) => api.members.deleteMe({ password: me.password }))

  const left = await everythingIn(house.db)
  const traces = [person.name, 'Құралай', person.loginName, person.email, 'quralai']
  expect(traces.filter((trace) => left.includes(trace))).toEqual([])
  expect(erased).toEqual([me.id])
  expect(house.ended).toEqual([loginId])
  expect(me.browser.cookieHeader()).toBeUndefined()
  expect(left).not.toContain(`"actor":"${me.id}"`)
  expect(left).not.toContain(`member:${me.id}`)
  expect(await house.members.namesOf([me.id, teacher.id])).toEqual(new Map([[teacher.id, teacher.name]]))
  expect(await auditOf(house.db.read, { kind: 'member', id: me.id })).toMatchObject([
    { act: 'members.erased' },
    { act: 'members.recovery-issued' },
    { act: 'members.role-given' },
  ])
  for (const name of [person.loginName, person.email]) {
    const again = house.browser().as((api) => api.members.signIn({ name, password: me.password, sharedPhone: false }))
    expect(await refusal(again)).toEqual({ code: 'members/wrong-password' })
  }
  // The names are free again.
  await house.accept(token, person)
})

test('a hook that fails leaves the account whole', async () => {
  await using house = await openHouse()
  const { teacher } = await staff(house)
  house.members.hooks.onMemberErased.push(() => Promise.reject(new Error('a room is broken')))
  const leave = teacher.browser.as((api) => api.members.deleteMe({ password: teacher.password }))
  await expect(leave).rejects.toThrow('a room is broken')
  expect((await teacher.browser.who()).actor).toMatchObject({ kind: 'member', roles: [{ role: 'teacher' }] })
})
