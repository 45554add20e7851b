import { placesRouter } from './router.ts'
import { createPlacesService, type PlacesDeps } from './service.ts'

export { newPlace } from './make-place.ts'
export { PILOT } from './pilot.ts'
export { addPlaces } from './store.ts'

/** The door of places; everything else in this folder is private. */
export function createPlaces(deps: PlacesDeps) {
  const service = createPlacesService(deps)
  return { service, router: placesRouter(service), ...service }
}

export type Places = ReturnType<typeof createPlaces>
