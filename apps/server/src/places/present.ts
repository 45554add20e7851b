import type { PlaceBrief, PlaceView, SchoolView } from '@academy/contract'
import type { PlaceRow } from './store.ts'

export const presentBrief = ({ id, kind, name, demo }: PlaceRow): PlaceBrief => ({ id, kind, name, demo })

export function presentPlace(
  row: PlaceRow,
  { above, supportSchool, attached }: { above: PlaceBrief[]; supportSchool: PlaceBrief | null; attached: number },
): PlaceView {
  return { ...presentBrief(row), above, kato: row.kato, school: presentSchool(row, supportSchool, attached) }
}

function presentSchool(row: PlaceRow, supportSchool: PlaceBrief | null, attached: number): SchoolView | null {
  if (row.kind !== 'school' || !row.schoolType) return null
  return {
    officialName: row.officialName,
    type: row.schoolType,
    isSmall: row.isSmall ?? false,
    languages: row.languages ?? [],
    supportSchool,
    attached,
  }
}
