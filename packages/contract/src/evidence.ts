import * as v from 'valibot'
import { command, line, type Page, pageShape } from './commands.ts'
import type { FileView } from './files.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'

export const EVIDENCE_KINDS = ['photo', 'note', 'observation'] as const
export const EvidenceKind = v.picklist(EVIDENCE_KINDS)
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** Which text people in a photo (for children, their parents) agreed to; it stands in the web's dictionaries under this name. */
export const EVIDENCE_CONSENT_TEXT = '2026-11'
/** An agreement is for so many days at most; then it is asked for anew. */
export const CONSENT_DAYS = 3 * 366

const day = v.pipe(
  v.string(),
  v.isoDate(),
  // Not the thirty-first of February.
  v.check((it) => new Date(it).toISOString().startsWith(it)),
)

const Consent = v.strictObject({
  text: v.literal(EVIDENCE_CONSENT_TEXT),
  /** Who gave it, in words ("both parents, on paper with the class teacher"). Never a child's name. */
  by: line(LIMITS.title),
  /** The last day it holds, `2027-05-25`. */
  until: day,
})

/** The command's id is the evidence's id. Where people can be recognised it is taken only with their consent. */
export const AddEvidence = v.pipe(
  command({
    practiceId: Id,
    /** One's own trial it belongs to. */
    trialId: v.nullable(Id),
    kind: EvidenceKind,
    text: v.pipe(v.string(), v.maxLength(LIMITS.evidence), v.trim()),
    /** Of a photo, and of nothing else. */
    fileId: v.nullable(Id),
    /** Can anybody be recognised, by face, voice or words? */
    people: v.boolean(),
    consent: v.nullable(Consent),
  }),
  v.forward(
    v.check((it) => (it.kind === 'photo') === (it.fileId !== null)),
    ['fileId'],
  ),
  v.forward(
    v.check((it) => it.kind === 'photo' || it.text !== ''),
    ['text'],
  ),
  v.forward(
    v.check((it) => it.people === (it.consent !== null)),
    ['consent'],
  ),
)
export type AddEvidence = v.InferOutput<typeof AddEvidence>

export const WithdrawEvidence = command({ evidenceId: Id })
export type WithdrawEvidence = v.InferOutput<typeof WithdrawEvidence>

export const PracticeEvidence = v.strictObject({ practiceId: Id, ...pageShape })
export type PracticeEvidence = v.InferOutput<typeof PracticeEvidence>

export interface EvidenceView {
  id: Id
  kind: EvidenceKind
  text: string
  /** Null for words. */
  photo: FileView | null
  /** Null: the account was deleted. */
  by: string | null
  at: number
  /** For its owner and those who answer for the place: until when the consent holds. */
  consent: { by: string; until: number } | null
  mayWithdraw: boolean
}

export interface EvidencePage extends Page<EvidenceView> {
  /** How many there ever were, and how many of them are gone because the consent ended or was withdrawn. */
  all: number
  gone: number
  mayAdd: boolean
}

/** What policy needs to know of a piece of evidence. */
export interface EvidenceFacts {
  ownerId: Id | null
  ended: boolean
}
