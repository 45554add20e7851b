import { CONSENT_TEXT, newId } from '@academy/contract'
import { type Academy, openAcademy, type Person, refusalOf } from '@academy/testkit'
import { expect, test } from 'vitest'

/** How long until a socket is told goodbye, in milliseconds. */
async function farewell(person: Person, deed: () => Promise<unknown>): Promise<{ why: string; after: number }> {
  const socket = await person.socket()
  const told = new Promise<{ why: string; at: number }>((resolve) =>
    socket.once('farewell', (why) => resolve({ why, at: performance.now() })),
  )
  const gone = new Promise<void>((resolve) => socket.once('disconnect', () => resolve()))
  const started = performance.now()
  await deed()
  const { why, at } = await told
  await gone
  return { why, after: at - started }
}

/** A teacher with a password of their own, come in by a leader's link over HTTP. */
async function teacherOf(academy: Academy): Promise<{ leader: Person; teacher: Person; id: string; password: string }> {
  const leader = await academy.person('school-leader')
  const invite = { id: newId(), role: 'teacher' as const, placeId: academy.places.school }
  const { token } = await leader.rpc.members.invite.mutate(invite)
  const teacher = academy.stranger()
  const [id, password] = [newId(), 'бүркіт тау 12']
  await teacher.rpc.members.accept.mutate({
    id,
    token,
    name: 'Үлгі Ұстаз',
    loginName: 'ulgi.ustaz',
    password,
    consent: { textVersion: CONSENT_TEXT },
    locale: 'kk',
    sharedPhone: false,
  })
  return { leader, teacher, id, password }
}

test('who signs out on one device hears nothing more there, within a second', async () => {
  await using academy = await openAcademy()
  const { teacher } = await teacherOf(academy)
  const { why, after } = await farewell(teacher, () => teacher.rpc.members.signOut.mutate())
  expect(why).toBe('signed-out')
  expect(after).toBeLessThan(1000)
  expect(await refusalOf(teacher.rpc.members.logins.query())).toEqual({ code: 'signed-out' })
})

test('who signs out everywhere else, keeps this device and loses the others within a second', async () => {
  await using academy = await openAcademy()
  const { teacher, password } = await teacherOf(academy)
  const phone = academy.stranger()
  await phone.rpc.members.signIn.mutate({ name: 'ulgi.ustaz', password, sharedPhone: true })
  const here = await teacher.socket()
  const { after } = await farewell(phone, () => teacher.rpc.members.endOtherLogins.mutate({ id: newId() }))
  expect(after).toBeLessThan(1000)
  expect(here.connected).toBe(true)
})

test('a recovery link used by the owner ends whoever else is signed in', async () => {
  await using academy = await openAcademy()
  const { leader, teacher, id } = await teacherOf(academy)
  const { token } = await leader.rpc.members.issueRecovery.mutate({ id: newId(), memberId: id })
  const owner = academy.stranger()
  const set = () => owner.rpc.members.recover.mutate({ token, password: 'жаңа сөз 2026' })
  const { why, after } = await farewell(teacher, set)
  expect(why).toBe('signed-out')
  expect(after).toBeLessThan(1000)
})

test('a role that ended is gone from an open socket within a second', async () => {
  await using academy = await openAcademy()
  const { leader, teacher, id } = await teacherOf(academy)
  const heard = await teacher.listen(`member:${id}`, null)
  const invite = () =>
    heard.socket.timeout(3000).emitWithAck('call', {
      type: 'mutation',
      path: 'members.invite',
      input: { id: newId(), role: 'parent', placeId: academy.places.school },
      contract: 1,
    })
  expect(await invite()).toMatchObject({ ok: true })
  const started = performance.now()
  const end = { id: newId(), memberId: id, role: 'teacher' as const, placeId: academy.places.school }
  await leader.rpc.members.endRole.mutate(end)
  for (;;) {
    const answer = await invite()
    if (!answer.ok) {
      expect(answer.error).toEqual({ code: 'refused' })
      break
    }
    expect(performance.now() - started).toBeLessThan(1000)
  }
  expect(performance.now() - started).toBeLessThan(1000)
  expect(await heard.settled()).toMatchObject([{ kind: 'role.ended', view: [] }])
})

test('calls that set cookies are refused over the socket', async () => {
  await using academy = await openAcademy()
  const { teacher, password } = await teacherOf(academy)
  const socket = await teacher.socket()
  for (const [path, input] of [
    ['members.signIn', { name: 'ulgi.ustaz', password, sharedPhone: false }],
    ['members.signOut', undefined],
    ['members.deleteMe', { password }],
  ] as const) {
    const call = { type: 'mutation' as const, path, contract: 1, ...(input ? { input } : {}) }
    expect(await socket.timeout(3000).emitWithAck('call', call)).toMatchObject({
      ok: false,
      error: { code: 'bad-input' },
    })
  }
  expect((await teacher.rpc.members.who.query()).kind).toBe('member')
})
