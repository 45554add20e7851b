import type { Words } from '../words.ts'

export const rooms = {
  title: 'Rooms',
  none: 'No rooms yet. They will appear here when your school or community opens them.',
} satisfies Words['rooms']
