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
  signIn: 'Sign in',
  signInWhy: 'You need your login name or e-mail and the password.',
  invitation: 'Invitation',
  recover: 'Getting back in',
  me: 'Me',
  admin: 'Administration',
  notOpen: 'There is nothing in this section yet.',
} satisfies Words['members']
