import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as after } from 'node:timers/promises'
import { CONSENT_TEXT, CONTRACT_VERSION, newId, type Role } from '@academy/contract'
import { type ChildAcademy, startAcademy } from '@academy/testkit/child'
import { Person } from '@academy/testkit/person'
import { afterEach, beforeEach, expect, test } from 'vitest'

/** Each is typed somewhere by somebody, and must stand in no line of the log. */
const TYPED = {
  name: 'Құпияназ',
  loginName: 'qupiyanaz',
  email: 'qupiya.hat@example.kz',
  password: 'qupiya-sozim-77',
  wrongPassword: 'qate-sozim-88',
  note: 'құпия-ескерту',
  topic: 'құпия-тақырып',
  message: 'құпия-хабар',
  question: 'құпия-сұрақ',
  search: 'құпия-іздеу',
  address: 'qupiya-mekenzhai',
  body: 'qupiya-dene',
  iin: '990101300128',
  digits: '918273',
}

/** A post office that knows nobody, and says whom. */
const postOffice = () =>
  new Promise<Server>((resolve) => {
    const server = createServer((socket) => {
      socket.write('220 post\r\n')
      socket.on('data', (chunk) => {
        const said = String(chunk)
        const to = /^RCPT TO:<(.*)>/i.exec(said)?.[1]
        socket.write(to ? `550 5.1.1 <${to}>: Recipient ${to} unknown\r\n` : '250 well\r\n')
      })
      socket.on('error', () => {})
    })
    server.listen(0, '127.0.0.1', () => resolve(server))
  })

let post: Server
let academy: ChildAcademy
beforeEach(async () => {
  post = await postOffice()
  const { port } = post.address() as { port: number }
  academy = await startAcademy({
    settings: { LOG_LEVEL: 'debug', SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true` },
  })
})
afterEach(async () => {
  await academy.close()
  post.close()
})

const at = () => ({ url: academy.url, settle: async () => {} })
async function enter(role: Role): Promise<Person> {
  const person = new Person(at(), { id: role, name: role })
  await person.rpc.members.enterDemo.mutate({ role })
  return person
}

/** Whether it is taken or refused is not what is looked at here. */
const either = (doing: Promise<unknown>) => doing.catch(() => {})

test('no line of the log holds what people typed, who they are or what opens doors, also when the academy fails', async () => {
  const leader = await enter('school-leader')
  const placeId = (await leader.rpc.members.who.query()).me?.roles[0]?.place.id ?? ''
  const { token } = await leader.rpc.members.invite.mutate({ id: newId(), role: 'parent', placeId, note: TYPED.note })

  const parent = new Person(at(), { id: newId(), name: TYPED.name })
  await parent.get(`/kk/invite/${token}`)
  await parent.rpc.members.accept.mutate({
    id: parent.id,
    token,
    name: TYPED.name,
    loginName: TYPED.loginName,
    email: TYPED.email,
    password: TYPED.password,
    consent: { textVersion: CONSENT_TEXT },
    locale: 'kk',
    sharedPhone: false,
  })
  const stranger = new Person(at(), { id: newId(), name: '' })
  for (const name of [TYPED.loginName, TYPED.email]) {
    await either(stranger.rpc.members.signIn.mutate({ name, password: TYPED.wrongPassword, sharedPhone: false }))
    await stranger.rpc.members.signIn.mutate({ name, password: TYPED.password, sharedPhone: false })
  }
  await stranger.submit('/kk/sign-in', { name: TYPED.loginName, password: TYPED.wrongPassword })
  await stranger.rpc.members.requestRecovery.mutate({ email: TYPED.email, locale: 'kk' })

  await parent.get(`/kk/practices?q=${encodeURIComponent(TYPED.search)}`)
  await parent.rpc.practices.list.query({ search: TYPED.search } as never).catch(() => {})
  await parent.get(`/kk/${TYPED.address}/${token}?key=${TYPED.digits}`, { accept: 'text/html', referer: TYPED.address })
  await either(stranger.rpc.live.join.mutate({ code: TYPED.digits }))
  await stranger.submit('/kk/join', { code: TYPED.digits })

  const teacher = await enter('teacher')
  const [room] = (await teacher.rpc.rooms.list.query({})).items
  const topicId = newId()
  const words = { title: TYPED.topic, body: `${TYPED.message} ${TYPED.iin}`, language: null }
  const started = { id: topicId, roomId: room?.id ?? '', messageId: newId(), ...words }
  await teacher.rpc.rooms.start.mutate(started)
  const say = () => ({ id: newId(), topicId, replyTo: null, body: TYPED.message, language: null })
  await teacher.rpc.rooms.post.mutate(say())
  const sessions = (await parent.rpc.live.sessions.query({})).items
  for (const { id: sessionId } of sessions)
    await either(parent.rpc.live.ask.mutate({ id: newId(), sessionId, body: TYPED.question, anonymous: true }))

  for (const body of [`{"0":"${TYPED.body}`, `"${TYPED.body}"`, JSON.stringify({ [TYPED.body]: TYPED.message })]) {
    for (const type of ['application/json', `text/${TYPED.body}`, 'multipart/form-data; boundary=x'])
      await fetch(`${academy.url}/trpc/rooms.post`, {
        method: 'POST',
        headers: { ...parent.headers, 'content-type': type },
        body,
      })
  }
  const socket = await teacher.socket()
  const call = (path: string) => ({ type: 'mutation' as const, path, input: say(), contract: CONTRACT_VERSION })
  await socket.timeout(5000).emitWithAck('call', call('rooms.post'))
  await socket.timeout(5000).emitWithAck('call', call(TYPED.address))
  await either(socket.timeout(1000).emitWithAck('follow', { stream: TYPED.body, after: TYPED.body } as never))

  // Now the ground goes from under it: the driver's errors quote what it was given.
  const database = new DatabaseSync(join(academy.dataDirectory, 'academy.db'))
  database.exec('alter table messages rename to gone')
  await either(teacher.rpc.rooms.post.mutate(say()))
  await socket.timeout(5000).emitWithAck('call', call('rooms.post'))
  await either(parent.rpc.rooms.topic.query({ topicId }))
  database.exec('alter table practices rename to gone_too')
  await parent.get(`/kk/practices?q=${encodeURIComponent(TYPED.search)}`)
  database.exec('alter table credentials rename to gone_as_well')
  await either(stranger.rpc.members.signIn.mutate({ name: TYPED.email, password: TYPED.password, sharedPhone: false }))
  database.exec('alter table members rename to gone_at_last')
  await parent.get('/kk/home')
  database.close()
  await after(500)

  const lines = academy.log().split('\n')
  const logged = lines.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line))
  const faults = logged.filter((line) => line.level === 50).map((line) => line.msg)
  expect(logged.length).toBeGreaterThan(50)
  expect(faults).toEqual(expect.arrayContaining(['call rooms.post', 'recovery letter', 'page']))
  expect(lines.filter((line) => /^Error|^\s+at /.test(line))).toEqual([])

  const cookies = [parent, teacher, stranger, leader].flatMap(({ cookie = '' }) => cookie.split('; '))
  const secrets = { ...TYPED, token, cookies: cookies.map((pair) => pair.slice(pair.indexOf('=') + 1)) }
  const found = Object.entries(secrets).flatMap(([what, text]) =>
    [text].flat().flatMap((one) => lines.filter((line) => line.includes(one)).map((line) => `${what}: ${line}`)),
  )
  expect(found).toEqual([])
})
