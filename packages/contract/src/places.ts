import * as v from 'valibot'
import { command, line, type Page, pageShape } from './commands.ts'
import { Id } from './ids.ts'
import { LIMITS } from './limits.ts'
import type { Trilingual } from './locale.ts'

/** From the widest to the narrowest; a place lies in one of a wider kind. */
export const PLACE_KINDS = ['region', 'district', 'okrug', 'village', 'school'] as const
export const PlaceKind = v.picklist(PLACE_KINDS)
export type PlaceKind = (typeof PLACE_KINDS)[number]

/** Grades 1–4, 1–9, 1–11; a lyceum and a gymnasium teach 1–11 with a profile. */
const SCHOOL_TYPES = ['primary', 'basic', 'general', 'lyceum', 'gymnasium'] as const
export const SchoolType = v.picklist(SCHOOL_TYPES)
export type SchoolType = (typeof SCHOOL_TYPES)[number]

/** What lessons are taught in; two streams under one roof are common. */
const TEACHING_LANGUAGES = ['kk', 'ru'] as const
export const TeachingLanguage = v.picklist(TEACHING_LANGUAGES)
export type TeachingLanguage = (typeof TEACHING_LANGUAGES)[number]

const name = line(LIMITS.placeName)
export const PlaceName = v.strictObject({ kk: name, ru: name, en: name })

/** What only a school has. */
const schoolShape = {
  officialName: v.nullable(PlaceName),
  type: SchoolType,
  /** Few pupils in combined classes: ШЖМ / МКШ. */
  isSmall: v.boolean(),
  languages: v.pipe(v.array(TeachingLanguage), v.minLength(1), v.maxLength(TEACHING_LANGUAGES.length)),
  /** The support school this one is attached to. */
  supportSchoolId: v.nullable(Id),
}
export const School = v.strictObject(schoolShape)
export type School = v.InferOutput<typeof School>

/** Nine digits as text: codes change at reforms, so it is never a key. */
export const Kato = v.pipe(v.string(), v.regex(/^\d{9}$/))

export const AddPlace = command({
  kind: PlaceKind,
  /** Null only for a region. */
  parentId: v.nullable(Id),
  name: PlaceName,
  kato: v.nullable(Kato),
  school: v.nullable(School),
})
export type AddPlace = v.InferOutput<typeof AddPlace>

export const EditPlace = command({
  placeId: Id,
  name: PlaceName,
  kato: v.nullable(Kato),
  school: v.nullable(School),
})
export type EditPlace = v.InferOutput<typeof EditPlace>

export const PlaceRef = v.strictObject({ placeId: Id })
export const PlaceChildren = v.strictObject({ placeId: v.nullable(Id), ...pageShape })
export const PlaceSchools = v.strictObject({
  placeId: Id,
  /** Only schools whose name in any of the three languages holds this. */
  search: v.optional(v.pipe(v.string(), v.maxLength(LIMITS.search), v.trim()), ''),
  ...pageShape,
})

/** Enough to name a place where something else is shown. */
export interface PlaceBrief {
  id: Id
  kind: PlaceKind
  name: Trilingual
  /** Part of the demo district: shown as such wherever the place is named. */
  demo: boolean
}

export interface PlaceView extends PlaceBrief {
  /** From the region down to the place above this one. */
  above: PlaceBrief[]
  kato: string | null
  school: SchoolView | null
}

export interface SchoolView {
  officialName: Trilingual | null
  type: SchoolType
  isSmall: boolean
  languages: TeachingLanguage[]
  supportSchool: PlaceBrief | null
  /** How many schools are attached to this one; more than none makes it a support school. */
  attached: number
}

export type PlacePage = Page<PlaceBrief>
