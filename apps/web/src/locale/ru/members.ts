import type { Words } from '../words.ts'

export const members = {
  roles: {
    teacher: 'учитель',
    parent: 'родитель',
    'school-leader': 'руководитель школы',
    trainer: 'тренер',
    mentor: 'наставник',
    'room-moderator': 'модератор комнаты',
    'district-officer': 'специалист района',
    'programme-partner': 'партнёр программы',
    administrator: 'администратор',
  },
} satisfies Words['members']
