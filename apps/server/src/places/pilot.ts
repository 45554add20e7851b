import { newId } from '@academy/contract'
import type { Db } from '@academy/database'
import { newPlace } from './make-place.ts'
import { addPlaces, countPlaces, firstRegion, type PlaceRow } from './store.ts'

/** Where the academy began: the region and the district of the pilot. */
export const PILOT = {
  region: { kk: 'Ақмола облысы', ru: 'Акмолинская область', en: 'Akmola Region' },
  district: { kk: 'Целиноград ауданы', ru: 'Целиноградский район', en: 'Tselinograd District' },
}

/** A new database gets the pilot's region and district, so that the first administrator has a place to stand. */
export async function ensurePilot(tx: Db, at: Date): Promise<PlaceRow> {
  if ((await countPlaces(tx)) === 0) {
    const region = newPlace(
      { id: newId(), kind: 'region', parentId: null, name: PILOT.region, kato: null, school: null, demo: false, at },
      [],
    )
    const district = newPlace(
      {
        id: newId(),
        kind: 'district',
        parentId: region.id,
        name: PILOT.district,
        kato: null,
        school: null,
        demo: false,
        at,
      },
      [region.id],
    )
    await addPlaces(tx, [region, district])
  }
  const region = await firstRegion(tx)
  if (!region) throw new TypeError('There are places but no region among them.')
  return region
}
