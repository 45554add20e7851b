import { newId } from '@academy/contract'
import type { World } from './test-cast.ts'
import { defineTable, type Wanted } from './test-lines.ts'

const name = { kk: 'Жаңа атау', ru: 'Новое имя', en: 'New name' }
const school = { officialName: null, type: 'general', isSmall: true, languages: ['kk'], supportSchoolId: null }

/** Places are public and stay: there are no own ones, and none is over. */
export const places = defineTable({
  room: 'places',
  door: 'everybody',
  sight: 'places.place',
  make: async (_: World, { place }: Wanted) => ({ placeId: place.id, above: place.above }),
  lines: {
    place: { input: ({ placeId }) => ({ placeId }), on: { own: '*', same: '*', near: '*', far: '*', unknown: '' } },
    // Below a place that is not there lies nothing, as below one without schools.
    children: {
      input: ({ above }) => ({ placeId: above }),
      on: { own: '*', same: '*', near: '*', far: '*', unknown: '*' },
    },
    schools: {
      input: ({ above }) => ({ placeId: above }),
      on: { own: '*', same: '*', near: '*', far: '*', unknown: '*' },
    },
    add: {
      door: 'members',
      input: ({ above }) => ({ id: newId(), kind: 'school', parentId: above, name, kato: null, school }),
      on: {
        own: 'DA refused:PTLRMOF',
        same: 'DA refused:PTLRMOF',
        near: 'DA refused:PTLRMOF',
        far: 'A refused:PTLRMODF',
        unknown: '',
      },
    },
    'add (a district)': {
      door: 'members',
      input: () => ({ id: newId(), kind: 'district', parentId: null, name, kato: null, school: null }),
      on: 'bad-input:A refused:PTLRMODF',
    },
    edit: {
      door: 'members',
      input: ({ placeId }) => ({ id: newId(), placeId, name, kato: null, school }),
      on: {
        own: 'DA refused:PTLRMOF',
        same: 'DA refused:PTLRMOF',
        near: 'DA refused:PTLRMOF',
        far: 'A refused:PTLRMODF',
        unknown: '',
      },
    },
    'edit (the district)': {
      door: 'members',
      input: ({ above }) => ({ id: newId(), placeId: above, name, kato: null, school: null }),
      on: {
        own: 'A refused:PTLRMODF',
        same: 'A refused:PTLRMODF',
        near: 'A refused:PTLRMODF',
        far: 'A refused:PTLRMODF',
        unknown: '',
      },
    },
  },
})
