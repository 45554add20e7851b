import type { Trilingual } from '@academy/contract'
import type { PlaceKind, SchoolType, TeachingLanguage } from '@academy/contract/places'
import { type AnyColumn, bool, id, index, json, ref, table, text, time } from '@academy/database/dialect'

/** Region › district › rural okrug › village › school; a step may be missing where nobody drew it. */
export const places = table(
  'places',
  {
    id: id(),
    kind: text().$type<PlaceKind>().notNull(),
    parentId: ref((): AnyColumn => places.id),
    /** The ids from the region down to this place. A place never moves, so this is written once. */
    path: json<string[]>().notNull(),
    name: json<Trilingual>().notNull(),
    /** The Kazakh name as a sort key. */
    nameKey: text().notNull(),
    /** The three names folded, for finding a school by what somebody types. */
    found: text().notNull(),
    /** Nine digits as text and never a key: codes change at reforms. */
    kato: text(),
    /** A place of the demo district: real or not, it is shown as demo. */
    demo: bool().notNull().default(false),
    createdAt: time().notNull(),
    officialName: json<Trilingual>(),
    schoolType: text().$type<SchoolType>(),
    isSmall: bool(),
    languages: json<TeachingLanguage[]>(),
    supportSchoolId: ref((): AnyColumn => places.id),
  },
  (t) => [
    index('places_by_parent').on(t.parentId, t.nameKey),
    index('places_by_kind').on(t.kind, t.nameKey),
    index('places_by_support').on(t.supportSchoolId),
  ],
)
