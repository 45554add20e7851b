import { randomInt } from 'node:crypto'
import { setTimeout as after } from 'node:timers/promises'
import {
  type Ack,
  CONTRACT_VERSION,
  type Id,
  LIMITS,
  type MessageView,
  newId,
  type PostMessage,
  type Refusal,
  ROLES,
} from '@academy/contract'
import { type ChildAcademy, startAcademy } from '@academy/testkit/child'
import type { TestSocket } from '@academy/testkit/heard'
import { Person } from '@academy/testkit/person'
import { startPostgres } from '@academy/testkit/postgres-server'
import { describe, expect, test } from 'vitest'

const LONG = process.env.ACADEMY_LONG === '1'

/** Somebody who writes one message after the other, and after a cut begins with the one whose fate they do not know. */
class Writer {
  readonly #topicId: Id
  readonly person: Person
  readonly overSocket: boolean
  /** Everything ever handed to the line, in order. */
  readonly sent: PostMessage[] = []
  readonly acknowledged = new Set<Id>()
  #unsure: PostMessage | undefined
  #socket: TestSocket | undefined

  constructor(person: Person, topicId: Id, overSocket: boolean) {
    this.person = person
    this.#topicId = topicId
    this.overSocket = overSocket
  }

  #next(): PostMessage {
    const message = { id: newId(), topicId: this.#topicId, replyTo: null, body: `${this.sent.length}`, language: null }
    this.sent.push(message)
    return message
  }

  /** Until `enough` says so or the line breaks; a refusal is nobody's plan and ends the test. */
  async write(enough: () => boolean): Promise<void> {
    // What one person may write at once, less a few: a restart forgives.
    for (let written = 0; this.#unsure || (!enough() && written < LIMITS.posts.atOnce - 10); written++) {
      const message = this.#unsure ?? this.#next()
      this.#unsure = message
      try {
        await this.#post(message)
      } catch (error) {
        if (error instanceof Refused) throw error
        return
      }
      this.acknowledged.add(message.id)
      this.#unsure = undefined
    }
  }

  /** A socket is opened before the writing begins; a request of HTTP brings its own connection. */
  async connect(): Promise<void> {
    if (this.overSocket) this.#socket = await this.person.socket()
  }

  async #post(input: PostMessage): Promise<void> {
    if (!this.#socket) {
      await this.person.rpc.rooms.post.mutate(input).catch((error: { data?: { refusal?: Refusal } }) => {
        throw error.data?.refusal ? new Refused(JSON.stringify(error.data.refusal)) : error
      })
      return
    }
    const call = { type: 'mutation' as const, path: 'rooms.post', input, contract: CONTRACT_VERSION }
    const ack: Ack<unknown> = await this.#socket.timeout(5000).emitWithAck('call', call)
    if (!ack.ok) throw new Refused(JSON.stringify(ack.error))
  }
}

class Refused extends Error {}

async function enter(academy: ChildAcademy, role: (typeof ROLES)[number]): Promise<Person> {
  const person = new Person({ url: academy.url, settle: async () => {} }, { id: role, name: role })
  await person.rpc.members.enterDemo.mutate({ role })
  return person
}

/** A room for everybody, with a topic to fill. */
async function openTopic(host: Person): Promise<Id> {
  const { id: placeId } = (await host.rpc.members.who.query()).me?.roles[0]?.place ?? { id: '' }
  const room = newId()
  const title = { kk: 'Боранды күн', ru: '', en: '' }
  await host.rpc.rooms.create.mutate({
    id: room,
    title,
    kind: 'theme',
    audience: 'members',
    placeId,
    communityId: null,
  })
  const topic = newId()
  await host.rpc.rooms.start.mutate({
    id: topic,
    roomId: room,
    title: 'Жарық',
    messageId: newId(),
    body: 'Бастаймыз',
    language: null,
  })
  return topic
}

async function messagesAfter(reader: Person, topicId: Id, n: number): Promise<MessageView[]> {
  const all: MessageView[] = []
  for (;;) {
    const page = await reader.rpc.rooms.messages.query({ topicId, after: all.at(-1)?.n ?? n, limit: 100 })
    all.push(...page.messages)
    if (!page.more) return all
  }
}

/** What must be true of the topic at any moment, whatever happened before. */
function holds(written: MessageView[], writers: Writer[]): void {
  const ids = written.map((message) => message.id)
  expect(new Set(ids).size, 'each message is there once').toBe(ids.length)
  expect(written.map(({ n }) => n)).toEqual(written.map((_, at) => at + 2))

  const there = new Set(ids)
  const sent = new Map(writers.flatMap((writer) => writer.sent.map((message) => [message.id, message.body])))
  for (const writer of writers) {
    const missing = [...writer.acknowledged].filter((id) => !there.has(id))
    expect(missing, `${writer.person.name} was told that these are kept`).toEqual([])
    const own = new Set(writer.sent.map((message) => message.id))
    const order = written.filter((message) => own.has(message.id)).map((message) => Number(message.body))
    expect(order, `${writer.person.name} wrote in this order`).toEqual(order.map((_, at) => at))
  }
  const phantoms = written.filter((message) => sent.get(message.id) !== message.body)
  expect(phantoms, 'nobody wrote these').toEqual([])
}

async function scene(academy: ChildAcademy, rounds: number): Promise<{ slowest: number; messages: number }> {
  const people = await Promise.all(ROLES.map((role) => enter(academy, role)))
  const host = people[ROLES.indexOf('room-moderator')] as Person
  const topicId = await openTopic(host)
  const writers = people.map((person, at) => new Writer(person, topicId, at % 2 === 0))
  const written: MessageView[] = []
  let slowest = 0

  for (let round = 0; round < rounds; round++) {
    await Promise.all(writers.map((writer) => writer.connect()))
    let killed = false
    const writing = Promise.all(writers.map((writer) => writer.write(() => killed)))
    await after(randomInt(20, 500))
    killed = true
    await academy.kill()
    await writing

    const began = performance.now()
    await academy.start()
    slowest = Math.max(slowest, performance.now() - began)
    written.push(...(await messagesAfter(host, topicId, written.at(-1)?.n ?? 1)))
    holds(written, writers)
  }

  await Promise.all(writers.map((writer) => writer.connect()))
  await Promise.all(writers.map((writer) => writer.write(() => true)))
  written.push(...(await messagesAfter(host, topicId, written.at(-1)?.n ?? 1)))
  holds(written, writers)
  expect(written.map(({ id }) => id).sort()).toEqual(writers.flatMap(({ sent }) => sent.map(({ id }) => id)).sort())
  for (const { person } of writers) person.close()
  return { slowest, messages: written.length }
}

describe('a server killed at any moment under load', () => {
  test('on SQLite keeps every acknowledged message once and in order, and is back in 3 s', async () => {
    const academy = await startAcademy()
    try {
      const { slowest, messages } = await scene(academy, LONG ? 100 : 20)
      expect(messages).toBeGreaterThan(100)
      expect(slowest).toBeLessThan(3000)
    } finally {
      await academy.close()
    }
  })

  test('on PostgreSQL keeps them, too', async () => {
    const postgres = await startPostgres()
    const academy = await startAcademy({ databaseUrl: postgres.url })
    try {
      const { slowest, messages } = await scene(academy, LONG ? 20 : 5)
      expect(messages).toBeGreaterThan(25)
      expect(slowest).toBeLessThan(3000)
    } finally {
      await academy.close()
      await postgres.stop()
    }
  })
})
