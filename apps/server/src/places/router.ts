import { AddPlace, EditPlace, PlaceChildren, PlaceRef, PlaceSchools } from '@academy/contract'
import { memberProcedure, openProcedure, router } from '../platform/trpc.ts'
import type { PlacesService } from './service.ts'

export const placesRouter = (places: PlacesService) =>
  router({
    place: openProcedure('maySeePlaces')
      .input(PlaceRef)
      .query(({ input }) => places.place(input.placeId)),
    children: openProcedure('maySeePlaces')
      .input(PlaceChildren)
      .query(({ input }) => places.children(input)),
    schools: openProcedure('maySeePlaces')
      .input(PlaceSchools)
      .query(({ input }) => places.schoolsOf(input)),
    add: memberProcedure('mayAddPlace')
      .input(AddPlace)
      .mutation(({ ctx, input }) => places.add(ctx.actor, input)),
    edit: memberProcedure('mayEditPlace')
      .input(EditPlace)
      .mutation(({ ctx, input }) => places.edit(ctx.actor, input)),
  })
