import type { Id, Locale, MyRecord, PracticeView } from '@academy/contract'
import { type Db, gatherIndex } from '@academy/database'
import type { DoDeed } from '../platform/deeds.ts'
import type { Files } from '../platform/files/index.ts'
import type { Keys } from '../platform/keys.ts'
import type { Personal } from '../platform/personal.ts'
import { countSharedChange } from '../platform/store.ts'
import { createAdaptations } from './adaptations/service.ts'
import { createAttachments } from './attachments.ts'
import { createAuthors } from './authors/service.ts'
import * as authorStore from './authors/store.ts'
import { createCollectionsService } from './collections/service.ts'
import * as collectionStore from './collections/store.ts'
import { createDrafts } from './drafts/service.ts'
import * as draftStore from './drafts/store.ts'
import { createEchoesService } from './echoes/service.ts'
import * as echoStore from './echoes/store.ts'
import { createEvidence } from './evidence/service.ts'
import { createLibrary } from './library.ts'
import { presentMine } from './present.ts'
import { recordCsv, recordSheet } from './record/paper.ts'
import { createRecord } from './record/service.ts'
import { RECORD_WORDS } from './record/words.ts'
import { createReviewsService } from './reviews/service.ts'
import * as reviewStore from './reviews/store.ts'
import { practicesRouter } from './router.ts'
import { reindex } from './search/reindex.ts'
import { createPracticesService } from './service.ts'
import { createPracticesShared, type PracticesDeps } from './shared.ts'
import { createSimilar } from './similar.ts'
import { createSpreadService } from './spread/service.ts'
import * as store from './store.ts'
import { createTakeAway } from './take-away/index.ts'
import { createLibreTranslate } from './translations/machine.ts'
import { createTranslationsService } from './translations/service.ts'
import * as translationStore from './translations/store.ts'
import { createTrialsService } from './trials/service.ts'
import * as trialStore from './trials/store.ts'

export { allTextsOf, textsOf, titlesOf } from './content.ts'
export { type DemoTeacher, fillPractices } from './demo/fill.ts'
export { type DemoPractice, demoLibrary } from './demo/library.ts'
export { fillMany, makePractices, makeSearches } from './demo/make.ts'
export { INDEX_VERSION } from './search/tokens.ts'
export { SHEET_STYLE, sheetHtml } from './take-away/index.ts'

export interface PracticesRoomDeps extends PracticesDeps {
  keys: Keys
  personal: Personal
  files: Files
  streams: { seqOf(stream: string): Promise<number> }
  onFault(error: unknown, what: string): void
  /** Where the academy's own LibreTranslate stands. */
  libreTranslate?: { url: string; key: string | undefined } | undefined
}

/** The door of practices; everything else in this folder is private. */
export function createPractices(deps: PracticesRoomDeps) {
  // Whatever is done here may change what a kept page shows: it is counted in the deed's own write.
  const doDeed: DoDeed = (deed, write) =>
    deps.doDeed(deed, async (tx) => {
      const told = await write(tx)
      await countSharedChange(tx)
      return told
    })
  const room = { ...deps, doDeed }
  const shared = createPracticesShared(room)
  const library = createLibrary(room, shared)
  const attachments = createAttachments(room.files, shared)
  const { libreTranslate, onFault } = room
  const machine = libreTranslate ? createLibreTranslate({ ...libreTranslate, clock: room.clock, onFault }) : null
  const translations = createTranslationsService({ ...room, machine }, shared, library.changed)
  const adaptations = createAdaptations(room, shared)
  const service = createPracticesService(room, shared, attachments, translations, adaptations, library.changed)
  // A draft changes no page: its saves leave every kept one as it is.
  const drafts = createDrafts(deps)
  const authors = createAuthors(room, shared)
  const evidence = createEvidence(room, shared)
  const reviews = createReviewsService(room, shared)
  const trials = createTrialsService(room, shared)
  const spread = createSpreadService(room, shared)
  const collections = createCollectionsService(room, shared)
  // What somebody has seen changes nothing that others are shown.
  const echoes = createEchoesService(deps)
  const takeAway = createTakeAway(room, shared)
  const record = createRecord(room)

  room.personal.register('practice', async (db, actorId, rows) => {
    const found = await store.findPractices(
      db,
      rows.map((row) => row.subjectId),
    )
    return rows.map((row) => {
      const practice = found.get(row.subjectId)
      return practice && (practice.authorId === actorId || practice.coAuthorIds.includes(actorId))
        ? presentMine(practice)
        : null
    })
  })

  // What changed is asked for anew by whoever has it open: a review is between two people, and this says no more than that it moved.
  room.personal.register('trial', async (_db, _actorId, rows) => rows.map((row) => ({ id: row.subjectId })))
  room.personal.register('translation', async (_db, _actorId, rows) => rows.map((row) => ({ id: row.subjectId })))
  room.personal.register('review', async (_db, _actorId, rows) => rows.map((row) => ({ id: row.subjectId })))

  return {
    router: practicesRouter({
      practices: service,
      adaptations,
      drafts,
      record,
      similar: createSimilar(room, shared),
      authors,
      library,
      collections,
      echoes,
      evidence,
      reviews,
      trials,
      spread,
      translations,
    }),
    service,
    library,
    takeAway,
    /** One's own record on paper. */
    record: {
      title: (locale: Locale) => RECORD_WORDS[locale].title,
      pdf: (mine: MyRecord, from: { locale: Locale; academy: string }) =>
        takeAway.print(recordSheet(mine, { ...from, now: room.clock.now() })),
      csv: recordCsv,
    },
    jobs: [
      { name: 'end evidence whose consent is over', every: 10 * 60_000, run: evidence.endExpired },
      {
        name: 'put the search index together',
        every: 10 * 60_000,
        run: async (stop: () => boolean) => void (await gatherIndex(room.db, { stop })),
      },
      {
        name: 'make the search index anew after an upgrade',
        every: 10 * 60_000,
        atStart: true,
        run: async (stop: () => boolean) => {
          await reindex({ db: room.db, schoolsAmong: room.places.schoolsAmong }, { stop })
        },
      },
    ],
    /** Every practice anew, whatever the index is of; how many there were. */
    reindex: () => reindex({ db: room.db, schoolsAmong: room.places.schoolsAmong }, { all: true }),
    /** For the server-rendered page, as anybody with the link may see it: `not-found`, or `practices/withdrawn` for a 410. */
    publicView: async (practiceId: Id, locale: Locale): Promise<PracticeView> =>
      (await service.open({ kind: 'stranger' }, practiceId, locale)).practice,
    onMemberErased: async (tx: Db, memberId: Id, at: Date) => {
      await evidence.onMemberErased(tx, memberId, at)
      await reviewStore.forgetMember(tx, memberId)
      await draftStore.forgetMember(tx, memberId)
      await trialStore.forgetMember(tx, memberId)
      await collectionStore.forgetMember(tx, memberId)
      await echoStore.forgetMember(tx, memberId)
      await translationStore.forgetMember(tx, memberId)
      await authorStore.forgetMember(tx, memberId)
      await store.forgetMember(tx, memberId)
    },
    contributeToExport: async (memberId: Id) => ({
      versions: (await store.allWrittenBy(room.db.read, memberId)).map(({ practice, version }) => ({
        practiceId: practice.id,
        version: version.n,
        writtenAt: version.at.toISOString(),
        visibility: practice.visibility,
        withdrawnAt: practice.withdrawnAt?.toISOString() ?? null,
        ...version.content,
      })),
      writtenWith: await authorStore.writtenWith(room.db.read, memberId),
      drafts: (await draftStore.allBy(room.db.read, memberId)).map(({ practiceId, form, at }) => ({
        practiceId,
        writtenAt: at.toISOString(),
        ...form,
      })),
      evidence: await evidence.contributeToExport(memberId),
      reviews: await reviewStore.allBy(room.db.read, memberId),
      trials: await trialStore.trialsBy(room.db.read, memberId),
      collections: await collectionStore.allBy(room.db.read, memberId),
      echoesSeenUpTo: (await echoStore.seenUpTo(room.db.read, memberId))?.toISOString() ?? null,
      translations: await translationStore.allBy(room.db.read, memberId),
    }),
  }
}

export type Practices = ReturnType<typeof createPractices>
