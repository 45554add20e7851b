import type { Words } from '../words.ts'

export const band = {
  brand: 'Rural Pedagogical\nAcademy',
  skip: 'Skip to content',
  ways: 'Main sections',
  tongue: 'Language',
  home: 'Home',
  practices: 'Practices',
  rooms: 'Rooms',
  live: 'Live',
  me: 'Me',
  astana: 'Times are Astana time.',
  noTongue: 'This language is not on the device yet. It will be when there is a network.',
} satisfies Words['band']
