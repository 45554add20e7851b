import type { Words } from '../words.ts'

export const members = {
  roles: {
    teacher: 'teacher',
    parent: 'parent',
    'school-leader': 'school leader',
    trainer: 'trainer',
    mentor: 'mentor',
    'room-moderator': 'room moderator',
    'district-officer': 'district officer',
    'programme-partner': 'programme partner',
    administrator: 'administrator',
  },
} satisfies Words['members']
