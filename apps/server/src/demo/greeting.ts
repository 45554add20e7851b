import type { Role } from '@academy/contract'
import type { Rooms } from '../open-rooms.ts'
import type { Mode } from './mode.ts'

const ROLE_NAMES: Record<Role, string> = {
  teacher: 'мұғалім · учитель · teacher',
  parent: 'ата-ана · родитель · parent',
  'school-leader': 'мектеп басшысы · руководитель школы · school leader',
  trainer: 'тренер · тренер · trainer',
  mentor: 'тәлімгер · наставник · mentor',
  'room-moderator': 'бөлме модераторы · модератор комнаты · room moderator',
  'district-officer': 'аудан маманы · специалист района · district officer',
  'programme-partner': 'бағдарлама серіктесі · партнёр программы · programme partner',
  administrator: 'әкімші · администратор · administrator',
}

/** What `start` prints: where the academy is, and in a demo who can be entered there by one press. */
export async function greet(rooms: Pick<Rooms, 'address' | 'members'>, mode: Mode): Promise<string[]> {
  const address = rooms.address()
  const open = ['', `  Ауыл педагогикалық академиясы  ·  ${address}`, '']
  if (mode === 'production') return open
  const doors = await rooms.members.doors()
  const width = Math.max(0, ...doors.map(({ name }) => name.length))
  return [
    ...open,
    `  Демо: one press at ${address}/kk/sign-in lets you in as`,
    ...doors.map(({ name, role }) => `    ${name.padEnd(width)}  ${ROLE_NAMES[role]}`),
    '',
  ]
}
