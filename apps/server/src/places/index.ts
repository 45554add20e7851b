import { placesRouter } from './router.ts'
import { createPlacesService, type PlacesDeps } from './service.ts'

export { ensurePilot, PILOT } from './pilot.ts'
export { addPlaces, newPlace, type PlacesService } from './service.ts'

/** The door of places; everything else in this folder is private. */
export function createPlaces(deps: PlacesDeps) {
  const service = createPlacesService(deps)
  return { service, router: placesRouter(service), ...service }
}

export type Places = ReturnType<typeof createPlaces>
