import type { PlaceBrief } from '@academy/contract'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'

/** The districts of an administrator's region, to which officers are invited. */
export function createDistricts(region: PlaceBrief | undefined): () => PlaceBrief[] {
  if (!region) return () => []
  const sync = useSync()
  const ask = { placeId: region.id, limit: 100, cursor: null }
  const found = createAsked(
    () => firstKey('places.children', ask),
    () => sync.rpc.places.children.query(ask),
  )
  return () => found.value()?.items.filter(({ kind }) => kind === 'district') ?? []
}
