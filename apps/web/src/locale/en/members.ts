import type { Words } from '../words.ts'

export const members = {
  signIn: 'Sign in',
  signInWhy: 'You need your login name or e-mail and the password.',
  invitation: 'Invitation',
  me: 'Me',
  admin: 'Administration',
  notOpen: 'There is nothing in this section yet.',
} satisfies Words['members']
