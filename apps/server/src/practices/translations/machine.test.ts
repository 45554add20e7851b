import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as after } from 'node:timers/promises'
import { newId } from '@academy/contract'
import { openAcademy, refusalOf } from '@academy/testkit'
import { describe, expect, test } from 'vitest'
import { open, share } from '../test-shelf.ts'
import { createLibreTranslate } from './machine.ts'

interface Asked {
  q: string[]
  source: string
  target: string
  format: string
  api_key?: string
}

/** A small machine that speaks as LibreTranslate does, and can be out of order. */
async function openMachine() {
  const asked: Asked[] = []
  const how = {
    languages: [{ code: 'kk', targets: ['ru', 'en'] }, { code: 'ru', targets: ['en'] }, { code: 'en' }] as unknown,
    answer: (body: Asked): unknown => ({ translatedText: body.q.map((text) => `[${body.target}] ${text}`) }),
    status: 200,
    headers: {} as Record<string, string>,
    languagesAsked: 0,
    /** Never answers. */
    silent: false,
  }
  const server = createServer(async (request, response) => {
    if (how.silent) return
    if (request.url === '/mt/languages') {
      how.languagesAsked++
      return response.end(JSON.stringify(how.languages))
    }
    if (request.url !== '/mt/translate') return response.writeHead(404).end()
    const body = JSON.parse(await textOf(request)) as Asked
    asked.push(body)
    response.writeHead(how.status, { 'content-type': 'application/json', ...how.headers })
    response.end(JSON.stringify(how.answer(body)))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    asked,
    how,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/mt`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += part
  return text
}

const clock = { now: () => new Date() }
const faults: unknown[] = []
const onFault = (error: unknown) => void faults.push(error)

describe('the machine', () => {
  test('is asked in portions, in order, with its key, and for nothing but text', async () => {
    await using machine = await openMachine()
    const libre = createLibreTranslate({ url: machine.url, key: 'кілт', clock, onFault })
    const texts = Array.from({ length: 30 }, (_, n) => `${n} ${'қар '.repeat(200)}`)
    expect(await libre.translate(texts, 'kk', 'ru')).toEqual(texts.map((text) => `[ru] ${text}`))
    expect(machine.asked.length).toBeGreaterThan(3)
    for (const { q, ...rest } of machine.asked) {
      expect(q.join('').length).toBeLessThanOrEqual(4000)
      expect(rest).toEqual({ source: 'kk', target: 'ru', format: 'text', api_key: 'кілт' })
    }
  })

  test('that needs no key is sent none', async () => {
    await using machine = await openMachine()
    await createLibreTranslate({ url: machine.url, key: undefined, clock, onFault }).translate(['қар'], 'kk', 'ru')
    expect(machine.asked).toEqual([{ q: ['қар'], source: 'kk', target: 'ru', format: 'text' }])
  })

  test('that leads elsewhere, answers too much, too little or nothing is not believed', async () => {
    await using machine = await openMachine()
    await using elsewhere = await openMachine()
    const libre = createLibreTranslate({ url: machine.url, key: undefined, within: 500, clock, onFault })
    const ask = () => libre.translate(['қар', 'мұз'], 'kk', 'ru')
    expect(await ask()).toHaveLength(2)
    const { answer } = machine.how
    for (const wrong of [{ translatedText: ['одно'] }, { translatedText: 'снег' }, {}, null]) {
      machine.how.answer = () => wrong
      await expect(ask()).rejects.toThrow()
    }
    machine.how.answer = () => ({ translatedText: ['x'.repeat(3_000_000), ''] })
    await expect(ask()).rejects.toThrow('too much')
    machine.how.answer = answer
    Object.assign(machine.how, { status: 307, headers: { location: `${elsewhere.url}/translate` } })
    await expect(ask()).rejects.toThrow()
    expect(elsewhere.asked).toEqual([])
    Object.assign(machine.how, { status: 500, headers: {} })
    await expect(ask()).rejects.toThrow('500')
    machine.how.silent = true
    await expect(ask()).rejects.toThrow()
  })

  test('is offered only for the languages it has, once that is known', async () => {
    await using machine = await openMachine()
    const libre = createLibreTranslate({ url: machine.url, key: undefined, clock, onFault })
    expect(libre.knows('ru', 'kk')).toBe(true)
    while (libre.knows('ru', 'kk')) await after(5)
    expect([
      libre.knows('kk', 'ru'),
      libre.knows('ru', 'en'),
      libre.knows('en', 'kk'),
      libre.knows('kk', 'kk'),
    ]).toEqual([true, true, true, false])
    expect(machine.how.languagesAsked).toBe(1)
  })
})

async function openWithMachine(url: string) {
  const academy = await openAcademy({ rooms: { practices: { libreTranslate: { url, key: undefined } } } })
  const [aigul, dana, berik] = await Promise.all([
    academy.person('teacher'),
    academy.person('teacher'),
    academy.person('teacher'),
  ])
  const practice = await share(academy, aigul)
  const ref = { practiceId: practice.id, language: 'ru' as const }
  const opened = () => dana.rpc.practices.translation.query(ref)
  const draft = (base: number, id = newId()) => dana.rpc.practices.machineTranslation.mutate({ id, ...ref, base })
  return { academy, aigul, dana, berik, practice, ref, opened, draft }
}

describe('a machine’s draft', () => {
  test('is marked as one, is shown to no reader, and becomes a person’s by being gone over', async () => {
    await using machine = await openMachine()
    const { academy, dana, berik, practice, ref, opened, draft } = await openWithMachine(machine.url)
    await using _ = academy
    expect((await opened()).may.machine).toBe(true)
    const id = newId()
    const done = await draft(0, id)
    expect(await draft(0, id)).toEqual(done)
    const made = await opened()
    expect(made).toMatchObject({
      newest: { n: 1, by: 'machine', whole: true, verified: false, texts: { title: `[ru] ${practice.title}` } },
      may: { machine: false },
    })
    expect((await open(berik, practice.id, 'ru')).translation).toBeNull()
    const texts = { ...made.newest?.texts, title: 'Жизнь под снегом' } as Record<string, string>
    await dana.rpc.practices.saveTranslation.mutate({ id: newId(), ...ref, base: 1, ofVersion: 1, texts })
    expect((await opened()).newest).toMatchObject({ n: 2, by: 'person' })
    await berik.rpc.practices.verifyTranslation.mutate({ id: newId(), ...ref, n: 2 })
    expect((await open(berik, practice.id, 'ru')).translation?.content.title).toBe('Жизнь под снегом')
  })

  test('fills in what has no words; what a person wrote stays', async () => {
    await using machine = await openMachine()
    const { academy, dana, practice, ref, opened, draft } = await openWithMachine(machine.url)
    await using _ = academy
    const texts = { title: 'Жизнь под снегом' }
    await dana.rpc.practices.saveTranslation.mutate({ id: newId(), ...ref, base: 0, ofVersion: 1, texts })
    expect(await refusalOf(draft(0))).toMatchObject({ code: 'practices/edited-elsewhere' })
    await draft(1)
    expect(machine.asked.flatMap(({ q }) => q)).not.toContain(practice.title)
    expect((await opened()).newest?.texts).toMatchObject({
      title: 'Жизнь под снегом',
      purpose: `[ru] ${practice.purpose}`,
    })
    expect(await refusalOf(draft(2))).toMatchObject({ code: 'bad-input' })
  })

  test('that does not come is a kind answer, and nothing is written', async () => {
    await using machine = await openMachine()
    const { academy, opened, draft } = await openWithMachine(machine.url)
    await using _ = academy
    machine.how.status = 503
    expect(await refusalOf(draft(0))).toMatchObject({ code: 'practices/machine-away' })
    machine.how.status = 200
    machine.how.answer = ({ q }) => ({ translatedText: q.map(() => 'a\0b') })
    expect(await refusalOf(draft(0))).toMatchObject({ code: 'practices/machine-away' })
    machine.how.answer = ({ q }) => ({ translatedText: q.map(() => '') })
    expect(await refusalOf(draft(0))).toMatchObject({ code: 'practices/machine-away' })
    expect(await opened()).toMatchObject({ newest: null, base: 0 })
    machine.how.answer = ({ q }) => ({ translatedText: q.map(() => 'ұзақ '.repeat(9000)) })
    await draft(0)
    expect((await opened()).newest?.texts.title?.length).toBeLessThanOrEqual(240)
  })

  test('is not offered where the academy has no machine', async () => {
    await using academy = await openAcademy()
    const [aigul, dana] = await Promise.all([academy.person('teacher'), academy.person('teacher')])
    const { id: practiceId } = await share(academy, aigul)
    const ref = { practiceId, language: 'ru' as const }
    expect((await dana.rpc.practices.translation.query(ref)).may.machine).toBe(false)
    expect(
      await refusalOf(dana.rpc.practices.machineTranslation.mutate({ id: newId(), ...ref, base: 0 })),
    ).toMatchObject({ code: 'practices/machine-away' })
  })
})
