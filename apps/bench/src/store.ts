import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@academy/contract'
import { openStore } from '@academy/database'
import Database from 'better-sqlite3'
import { BODY, openGround } from './ground.ts'
import { median, report, seconds } from './row.ts'

/** The statements of one post, bare: what the room's own path executes, in its order. */
function bare(file: Database.Database) {
  const prepared = {
    command: file.prepare(
      'insert into commands (actor, id, hash, at) values (?, ?, ?, ?) on conflict do nothing returning id',
    ),
    number: file.prepare(
      'update topics set last_n = last_n + 1, messages = messages + 1, last_at = ? where id = ? and closed_at is null and not exists (select id from rooms where rooms.id = topics.room_id and archived_at is not null) returning last_n',
    ),
    message: file.prepare(
      'insert into messages (id, topic_id, n, author_id, body, language, reply_to, at, composed_at, edited_at, deleted_at, deleted_by, reason) values (?, ?, ?, ?, ?, null, null, ?, null, null, null, null, null)',
    ),
    seq: file.prepare(
      'insert into streams (name, seq) values (?, 1) on conflict (name) do update set seq = seq + 1 returning seq',
    ),
    news: file.prepare('insert into news (stream, seq, kind, subject_id, at) values (?, ?, ?, ?, ?)'),
    answer: file.prepare('update commands set answer = ? where actor = ? and id = ?'),
  }
  const [begin, commit] = [file.prepare('begin immediate'), file.prepare('commit')]
  const actor = newId()
  return (total: number, together: number) => {
    for (let n = 0; n < total; n += together) {
      begin.run()
      for (let i = 0; i < together; i++) {
        const [id, at] = [newId(), Date.now()]
        prepared.command.all(actor, id, randomBytes(32).toString('base64url'), at)
        const { last_n } = prepared.number.get(at, 't') as { last_n: number }
        prepared.message.run(id, 't', last_n, actor, BODY, at)
        const { seq } = prepared.seq.get('topic:t') as { seq: number }
        prepared.news.run('topic:t', seq, 'message.posted', id, at)
        prepared.answer.run(JSON.stringify({ id, at, seq }), actor, id)
      }
      commit.run()
    }
  }
}

/** Committed posts a second beside bare better-sqlite3 executing the same statements, one and a hundred to a commit. */
export async function benchStore(): Promise<void> {
  const { academy, post } = await openGround()
  const folder = mkdtempSync(join(tmpdir(), 'academy-bench-'))
  const path = join(folder, 'bare.db')
  await (await openStore({ url: path })).close()
  const file = new Database(path)
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = ON', 'secure_delete = ON'])
    file.pragma(pragma)
  file.exec(`insert into places (id, kind, path, name, name_key, found, demo, created_at) values ('s', 'school', '[]', '{}', 'a', 'a', 1, 0);
    insert into rooms (id, kind, audience, place_id, scope, title, created_at) values ('r', 'school', 'place', 's', 's/', '{}', 0);
    insert into topics (id, room_id, title, author_id, at, last_at, last_n, messages) values ('t', 'r', 't', 'a', 0, 0, 0, 0)`)
  const raw = bare(file)
  const ours = async (total: number) => {
    for (let n = 0; n < total; n += 100) await Promise.all(Array.from({ length: 100 }, post))
  }
  await ours(3000)
  raw(3000, 100)
  const [grouped, rawGrouped, rawSingle]: [number[], number[], number[]] = [[], [], []]
  for (let run = 0; run < 5; run++) {
    grouped.push(5000 / (await seconds(() => ours(5000))))
    rawGrouped.push(5000 / (await seconds(() => raw(5000, 100))))
    rawSingle.push(300 / (await seconds(() => raw(300, 1))))
  }
  report({ name: 'store.durable.single', ours: median(grouped), limit: median(rawSingle), goal: 3, unit: 'per_s' })
  report({ name: 'store.durable.grouped', ours: median(grouped), limit: median(rawGrouped), goal: 0.35, unit: 'per_s' })
  file.close()
  rmSync(folder, { recursive: true })
  await academy[Symbol.asyncDispose]()
}
