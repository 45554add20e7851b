import type { AddPlace, PlacePath, School, Trilingual } from '@academy/contract'
import { fold, sortKey } from '@academy/language'
import type { NewPlace } from './store.ts'

/** What is kept beside a name, so that it sorts and is found. */
export const namesOfPlace = (name: Trilingual) => ({
  name,
  nameKey: sortKey('kk', name.kk),
  found: fold(`${name.kk} ${name.ru} ${name.en}`),
})

export const schoolColumns = (school: School | null) => ({
  officialName: school?.officialName ?? null,
  schoolType: school?.type ?? null,
  isSmall: school?.isSmall ?? null,
  languages: school?.languages ?? null,
  supportSchoolId: school?.supportSchoolId ?? null,
})

/** A row for a place whose parent's path is known. */
export const newPlace = (
  place: Pick<AddPlace, 'id' | 'kind' | 'parentId' | 'name' | 'kato' | 'school'> & { demo: boolean; at: Date },
  above: PlacePath,
): NewPlace => ({
  id: place.id,
  kind: place.kind,
  parentId: place.parentId,
  path: [...above, place.id],
  ...namesOfPlace(place.name),
  kato: place.kato,
  demo: place.demo,
  createdAt: place.at,
  ...schoolColumns(place.school),
})
