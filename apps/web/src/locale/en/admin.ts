import type { Words } from '../words.ts'

export const admin = {
  title: 'People and roles',
  place: 'Place',
  otherPlace: 'Change the place',
  parts: 'Sections',
  people: 'People',
  invitations: 'Invitations',
  none: 'Nobody holds a role here yet.',
  since: (when) => `Here since: ${when}`,
  gone: 'The account was deleted',
  rolesHere: 'Roles here',
  endRole: 'End the role',
  endRoleOf: (role) => `End the role: ${role}`,
  endWhy: (name, role) =>
    `${name} will no longer be ${role} here, and what is open to that role alone closes at once. The account stays, the role can be given again.`,
  endYes: 'End the role',
  ended: 'The role has ended.',
  cancel: 'Keep it',
  grant: 'Add a role',
  newRole: 'New role',
  granted: 'The role was given.',
  recover: 'Recovery link',
  recoverWhy:
    'For somebody who forgot the password. The link works once, for 24 hours; an earlier one closes. Send it only to the person: whoever opens it gets into the account.',
  recoverMake: 'Make the link',
  more: 'Show more',
} satisfies Words['admin']
