import { newId, wholeContent } from '@academy/contract'
import * as tables from '../tables.ts'
import type { World } from './test-cast.ts'
import { addCollections, collectionLines } from './test-collections.ts'
import { defineTable, type Wanted } from './test-lines.ts'
import { addRound, reviewLines } from './test-reviews.ts'
import { drafted, translationLines } from './test-translations.ts'
import { trialLines, tried } from './test-trials.ts'

const content = wholeContent({
  language: 'kk',
  title: 'Қар астындағы тіршілік',
  subjects: ['biology'],
  grades: [7],
  minutes: 40,
  purpose: 'Қыстағы даланы бақылау.',
  steps: [{ text: 'Қарды қазып, қабаттарын саламыз.', minutes: 25 }],
  resources: ['paper'],
  needs: '',
  internet: 'none',
  ungraded: false,
  functionalLiteracy: false,
  methods: ['inquiry'],
  evidence: ['notes'],
  alsoIn: [],
})

/** A practice for members and a public one. Those that are over were withdrawn by their author. */
async function make({ academy, member }: World, { place, owner, over, part }: Wanted) {
  const at = new Date()
  const authorId = owner.kind === 'member' ? owner.id : place.teacher
  const withdrawn = over ? { withdrawnAt: at, withdrawnBy: authorId, withdrawnReason: '' } : {}
  const [practiceId, publicId, evidenceId] = [newId(), newId(), newId()]
  const [roundId, reviewId, trialId] = [newId(), newId(), newId()]
  const [collectionId, sharedCollectionId] = [newId(), newId()]
  const { id: translatorId } = await member([{ role: 'teacher', placeId: place.id }])
  await academy.db.write(async (tx) => {
    for (const [id, visibility] of [
      [practiceId, 'members'],
      [publicId, 'public'],
    ] as const) {
      const row = { id, authorId, placeId: place.id, current: 1, visibility, publishedAt: at }
      await tx.insert(tables.practices).values({ ...row, ...withdrawn })
      await tx.insert(tables.practiceVersions).values({ practiceId: id, n: 1, content, writerId: authorId, at })
    }
    const evidence = { id: evidenceId, practiceId, memberId: authorId, kind: 'note' as const, text: 'Бәрі тапты.', at }
    await tx.insert(tables.practiceEvidence).values(evidence)
    await tx
      .insert(tables.practiceTrials)
      .values({ id: trialId, practiceId, memberId: authorId, ...tried(place.id), at })
    await tx.insert(tables.practiceTranslations).values(drafted(content, practiceId, translatorId))
    await addCollections(tx, { practiceId, collectionId, sharedCollectionId }, authorId)
    if (part === 'round') await addRound(tx, { practiceId, roundId, reviewId }, place.id)
  })
  return {
    placeId: place.id,
    practiceId,
    publicId,
    evidenceId,
    roundId,
    reviewId,
    trialId,
    collectionId,
    sharedCollectionId,
  }
}

const cmd = <T extends object>(more: T) => ({ id: newId(), ...more })
const lists = (answer: { items: { id: string }[] }, id: string | undefined) => answer.items.some((it) => it.id === id)
const WITHDRAWN = 'practices/withdrawn'
const LINK_OVER = 'practices/author-link-over'
/** Earlier versions are for the author and for those who answer for the place. */
const VERSIONS = {
  own: 'PTLRMODFA',
  same: 'LA refused:PTRMODF',
  near: 'A refused:PTLRMODF',
  far: 'A refused:PTLRMODF',
  ended: 'PTLRMODFA',
  gone: `LA ${WITHDRAWN}:PTRMODF`,
  unknown: '',
}

export const practices = defineTable({
  room: 'practices',
  door: 'members',
  sight: 'practices.open',
  make,
  lines: {
    open: {
      door: 'everybody',
      input: ({ practiceId }) => ({ practiceId, locale: 'kk' }),
      on: {
        own: 'PTLRMODFA',
        same: 'PTLRMODFA',
        near: 'PTLRMODFA',
        far: 'PTLRMODFA',
        ended: 'PTLRMODFA',
        gone: `LA ${WITHDRAWN}:PTRMODF`,
        unknown: '',
      },
    },
    'open (public)': {
      sight: 'itself',
      door: 'everybody',
      input: ({ publicId }) => ({ practiceId: publicId, locale: 'kk' }),
      on: {
        own: '*',
        same: '*',
        near: '*',
        far: '*',
        // A guest's or stranger's "own" is another's.
        ended: `PTLRMODFA ${WITHDRAWN}:GS`,
        gone: `LA ${WITHDRAWN}:PTRMODFGS`,
        unknown: '',
      },
    },
    list: {
      door: 'everybody',
      input: () => ({ locale: 'kk', limit: 100 }),
      finds: (answer: never, { practiceId }) => lists(answer, practiceId),
      on: {
        own: 'PTLRMODFA',
        same: 'PTLRMODFA',
        near: 'PTLRMODFA',
        far: 'PTLRMODFA',
        ended: '',
        gone: '',
        unknown: '',
      },
    },
    'list (public)': {
      sight: 'practices.open (public)',
      door: 'everybody',
      input: () => ({ locale: 'kk', limit: 100 }),
      finds: (answer: never, { publicId }) => lists(answer, publicId),
      on: { own: '*', same: '*', near: '*', far: '*', ended: '', gone: '', unknown: '' },
    },
    mine: {
      input: () => ({ limit: 100 }),
      finds: (answer: never, { practiceId }) => lists(answer, practiceId),
      on: { own: 'PTLRMODFA', same: '', near: '', far: '', ended: 'PTLRMODFA', gone: '', unknown: '' },
    },
    facets: { door: 'everybody', input: () => ({ locale: 'kk' }), on: '*' },
    words: { door: 'everybody', input: () => ({ locale: 'kk' }), on: '*' },
    versions: { input: ({ practiceId }) => ({ practiceId }), on: VERSIONS },
    version: { input: ({ practiceId }) => ({ practiceId, n: 1 }), on: VERSIONS },
    // It is an adaptation of nothing: what is asked here is who is answered at all.
    originChanges: {
      input: ({ practiceId }) => ({ practiceId, locale: 'kk' }),
      on: {
        own: 'PTLRMODFA',
        same: 'PTLRMODFA',
        near: 'PTLRMODFA',
        far: 'PTLRMODFA',
        ended: 'PTLRMODFA',
        gone: `LA ${WITHDRAWN}:PTRMODF`,
        unknown: '',
      },
    },
    changes: { input: ({ practiceId }) => ({ practiceId, from: 1, to: 1, locale: 'kk' }), on: VERSIONS },

    publish: {
      input: ({ placeId }) => cmd({ ...content, placeId, visibility: 'public' }),
      on: {
        own: 'TLRM refused:PODFA',
        same: 'TLRM refused:PODFA',
        near: 'refused:PTLRMODFA',
        far: 'refused:PTLRMODFA',
        unknown: '',
      },
    },
    edit: {
      input: ({ practiceId }) => cmd({ ...content, practiceId, visibility: 'members', base: 1 }),
      on: {
        own: 'PTLRMODFA',
        same: 'refused:PTLRMODFA',
        near: 'refused:PTLRMODFA',
        far: 'refused:PTLRMODFA',
        ended: `${WITHDRAWN}:PTLRMODFA`,
        gone: `${WITHDRAWN}:PTLRMODFA`,
        unknown: '',
      },
    },
    withdraw: {
      input: ({ practiceId }) => cmd({ practiceId, reason: 'Қайталанады.' }),
      on: {
        own: 'PTLRMODFA',
        same: 'LA refused:PTRMODF',
        near: 'A refused:PTLRMODF',
        far: 'A refused:PTLRMODF',
        ended: `${WITHDRAWN}:PTLRMODFA`,
        gone: `${WITHDRAWN}:PTLRMODFA`,
        unknown: '',
      },
    },

    evidence: {
      input: ({ practiceId }) => ({ practiceId }),
      on: {
        own: 'PTLRMODFA',
        same: 'PTLRMODFA',
        near: 'PTLRMODFA',
        far: 'PTLRMODFA',
        ended: 'PTLRMODFA',
        gone: `LA ${WITHDRAWN}:PTRMODF`,
        unknown: '',
      },
    },
    addEvidence: {
      input: ({ practiceId }) =>
        cmd({ practiceId, trialId: null, kind: 'note', text: 'Екінші.', fileId: null, people: false, consent: null }),
      on: {
        own: 'TLRM refused:PODFA',
        same: 'TLRM refused:PODFA',
        near: 'TLRM refused:PODFA',
        far: 'TLRM refused:PODFA',
        ended: `${WITHDRAWN}:PTLRMODFA`,
        gone: `${WITHDRAWN}:PTLRMODFA`,
        unknown: '',
      },
    },
    withdrawEvidence: {
      input: ({ evidenceId }) => cmd({ evidenceId }),
      on: {
        own: 'PTLRMODFA',
        same: 'LA refused:PTRMODF',
        near: 'A refused:PTLRMODF',
        far: 'A refused:PTLRMODF',
        ended: 'PTLRMODFA',
        gone: `LA ${WITHDRAWN}:PTRMODF`,
        unknown: '',
      },
    },
    ...collectionLines,
    coAuthors: {
      input: ({ practiceId }) => ({ practiceId }),
      on: {
        own: 'PTLRMODFA',
        same: 'refused:PTLRMODFA',
        near: 'refused:PTLRMODFA',
        far: 'refused:PTLRMODFA',
        ended: `${WITHDRAWN}:PTLRMODFA`,
        gone: `${WITHDRAWN}:PTLRMODFA`,
        unknown: '',
      },
    },
    authorLink: {
      input: ({ practiceId }) => ({ practiceId }),
      on: {
        own: 'PTLRMODFA',
        same: 'refused:PTLRMODFA',
        near: 'refused:PTLRMODFA',
        far: 'refused:PTLRMODFA',
        ended: `${WITHDRAWN}:PTLRMODFA`,
        gone: `${WITHDRAWN}:PTLRMODFA`,
        unknown: '',
      },
    },
    // By a link that is none: who might join is told so, the others are not asked for it.
    joinAuthors: {
      input: ({ practiceId }) => cmd({ practiceId, until: Date.now(), key: 'A'.repeat(22) }),
      on: {
        own: 'refused:PTLRMODFA',
        same: `refused:PODFA ${LINK_OVER}:TLRM`,
        near: `refused:PODFA ${LINK_OVER}:TLRM`,
        far: `refused:PODFA ${LINK_OVER}:TLRM`,
        ended: `${WITHDRAWN}:PTLRMODFA`,
        gone: `${WITHDRAWN}:PTLRMODFA`,
        unknown: '',
      },
    },
    removeCoAuthor: {
      input: ({ practiceId }) => cmd({ practiceId, memberId: newId() }),
      on: {
        own: 'not-found:PTLRMODFA',
        same: 'refused:PTLRMODFA',
        near: 'refused:PTLRMODFA',
        far: 'refused:PTLRMODFA',
        ended: 'not-found:PTLRMODFA',
        gone: `refused:LA ${WITHDRAWN}:PTRMODF`,
        unknown: '',
      },
    },
    myRecord: { input: () => ({ locale: 'kk' }), on: 'PTLRMODFA' },
    similar: {
      door: 'everybody',
      input: ({ practiceId }) => ({ practiceId, locale: 'kk' }),
      on: {
        own: 'PTLRMODFA',
        same: 'PTLRMODFA',
        near: 'PTLRMODFA',
        far: 'PTLRMODFA',
        ended: 'PTLRMODFA',
        gone: `LA ${WITHDRAWN}:PTRMODF`,
        unknown: '',
      },
    },
    // Drafts are their writer's, whosesoever the practice: each person tries with none and makes their own.
    drafts: { input: () => ({}), on: 'PTLRMODFA' },
    draft: { input: ({ practiceId }) => ({ practiceId }), on: 'PTLRMODFA' },
    saveDraft: {
      input: ({ practiceId }) => cmd({ practiceId, form: '{}', base: 0 }),
      on: 'PTLRMODFA',
      newcomers: true,
    },
    dropDraft: { input: ({ practiceId }) => cmd({ practiceId }), on: 'PTLRMODFA' },
    ...reviewLines,
    ...trialLines,
    ...translationLines,
  },
})
