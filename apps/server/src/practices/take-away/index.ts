import { createHash, randomUUID } from 'node:crypto'
import { rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  AcademyError,
  type Id,
  type Locale,
  licencesAfter,
  type Member,
  type PackManifest,
  type PackOpened,
  type PracticeOpened,
  type PracticeSource,
} from '@academy/contract'
import { mayPublishPractice } from '@academy/policy'
import type { Arrived, Files } from '../../platform/files/index.ts'
import { createTurns } from '../../platform/turns.ts'
import { isWord } from '../dictionaries.ts'
import type { PracticesDeps, PracticesShared } from '../shared.ts'
import { type OpenedPack, openPack } from './open-pack.ts'
import { type Attached, packOf } from './pack.ts'
import { createPrinter } from './printer.ts'
import { type Sheet, sheetOf } from './sheet.ts'

export { SHEET_STYLE, sheetHtml } from './sheet-html.ts'
export type { Sheet }

export interface From {
  locale: Locale
  /** The academy's address and name, as they stand on what is taken along. */
  origin: string
  academy: string
}

type Opened = Pick<PracticeOpened, 'practice' | 'translation'>

export type TakeAway = ReturnType<typeof createTakeAway>

/** A practice to take along: on paper, as a PDF, as a pack; and the way back in. Whoever may read it is asked before. */
export function createTakeAway({ clock, files, places }: PracticesDeps & { files: Files }, { enter }: PracticesShared) {
  const printer = createPrinter()
  const sheet = ({ practice, translation }: Opened, from: From): Sheet =>
    sheetOf(practice, translation, { ...from, now: clock.now() })

  /** The bytes of a pack, as they are made. The card is its author's; only the page in it is in the reader's language. */
  async function pack(member: Parameters<typeof enter>[0], opened: Opened, from: From) {
    const { practice } = opened
    const { content } = (await enter(member, practice.id)).row
    const found = await files.find(content.attachments.map(({ fileId }) => fileId))
    const attached: Attached[] = []
    for (const view of practice.attachments) {
      const from = files.bytes.pathOf(view.fileId)
      const size = (await stat(from).catch(() => undefined))?.size
      const sha256 = found.get(view.fileId)?.sha256
      // Whose bytes are gone between two looks is not in it.
      if (size !== undefined && sha256) attached.push({ view, size, sha256, from })
    }
    const url = `${from.origin}/${content.language}/practices/${practice.id}`
    return packOf(practice, content, sheet(opened, from), attached, { url, now: clock.now() })
  }

  /** One at a time: a pack is held as a whole while it is looked at. */
  const inTurn = createTurns(1)

  /**
   * Opens a pack that lies at `path` for a form: its files become the opener's own, as if they had brought them one by one. All of it is
   * looked at before any of it is kept. The same pack under the same id gives the same files.
   */
  async function open(
    member: Member,
    { id, placeId, path }: { id: Id; placeId: Id; path: string },
  ): Promise<PackOpened> {
    const place = await places.pathOf(placeId)
    if (!place) throw new AcademyError('not-found')
    if (!mayPublishPractice(member, place)) throw new AcademyError('refused')
    return inTurn(() => openNow(member, { id, placeId, path }))
  }

  async function openNow(
    member: Member,
    { id, placeId, path }: { id: Id; placeId: Id; path: string },
  ): Promise<PackOpened> {
    const opened = await openPack(path)
    const { card, manifest } = opened
    if (!knowsWords(card)) throw new AcademyError('practices/pack-too-new')
    const origin = await originOf(member, manifest)
    const fileIds = await keep(member, placeId, id, opened)
    const attachments = card.attachments.flatMap(({ path, name }) => {
      const fileId = fileIds.get(path)
      return fileId ? [{ fileId, name }] : []
    })
    // Here it is an adaptation of the practice itself, whose author is named as long as they want to be.
    const source = origin ? (card.source ?? null) : sourceOf(manifest)
    return { card: { ...card, source, licence: licenceOf(card, source), attachments }, origin }
  }

  async function keep(member: Member, placeId: Id, id: Id, { card, files: all }: OpenedPack): Promise<Map<string, Id>> {
    const ids = new Map(card.attachments.map(({ path }) => [path, idWithin(id, path)]))
    const arrived: Arrived[] = []
    try {
      for (const { path, name } of card.attachments) {
        const at = join(files.bytes.up, `${randomUUID()}.part`)
        arrived.push({ id: ids.get(path) as Id, ownerId: member.id, placeId, name: named(name, path), path: at })
        await writeFile(at, all.get(path) as Buffer, { mode: 0o600 })
      }
      await files.takeInAll(arrived)
    } finally {
      for (const { path } of arrived) await rm(path, { force: true })
    }
    return ids
  }

  /** In the academy it comes from it is an adaptation of the practice itself, where its opener may read that. */
  async function originOf(member: Member, { practice }: PackManifest): Promise<PackOpened['origin']> {
    try {
      const { row, facts } = await enter(member, practice.id)
      return facts.withdrawn ? null : { practiceId: row.id, version: Math.min(practice.version, row.current) }
    } catch {
      return null
    }
  }

  return { sheet, print: printer.print, printShared: printer.printShared, pack, open, close: printer.close }
}

/** What the bytes are is told by the ending under which they lie; people may have called it without one. */
const named = (name: string, path: string) => `${name}.${path.split('.').at(-1)}`

const knowsWords = (card: OpenedPack['card']) =>
  (['subjects', 'methods', 'resources', 'evidence'] as const).every((kind) =>
    card[kind].every((slug) => isWord(kind, slug)),
  ) && (card.links ?? []).every((slug) => isWord('subjects', slug))

/** Who is to be named: the one the pack comes from. */
const sourceOf = ({ practice }: PackManifest): PracticeSource => {
  const { title, author, place, url, licence } = practice
  return { title, author, place, url, licence }
}

/** A pack made by hand may say of its card what its own terms do not allow. */
const licenceOf = ({ licence }: OpenedPack['card'], source: PracticeSource | null) =>
  source && !(licence && licencesAfter([source.licence]).includes(licence)) ? source.licence : licence

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An id made from the command's and a path: opened twice, a pack's files are the same ones. */
function idWithin(id: Id, path: string): Id {
  const hash = createHash('sha256').update(`${id} ${path}`).digest()
  return id.slice(0, 10) + [...hash.subarray(0, 16)].map((byte) => DIGITS.charAt(byte % 32)).join('')
}
