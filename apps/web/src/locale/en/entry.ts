import type { Words } from '../words.ts'

export const entry = {
  signIn: 'Sign in',
  signInWhy: 'You need your login name or e-mail and the password.',
  login: 'Login name or e-mail',
  password: 'Password',
  show: 'Show the password',
  hide: 'Hide the password',
  shared: 'This phone is shared',
  sharedWhy: 'After signing out nothing stays on this device; after a day it signs out by itself.',
  enter: 'Sign in',
  writeLogin: 'Write your login name or e-mail.',
  writePassword: 'Write your password.',
  wrongWhy: 'Check the language of the keyboard and capital letters.',

  forgot: 'Forgot the password?',
  forgotWhy:
    'Tell the person who invited you, or a school leader: they can send you a link, good for one time, to set a new password.',
  byMail: 'If your account has an e-mail address, the link can also come by mail.',
  mail: 'E-mail',
  sendLink: 'Send the link',
  linkSent: 'If this address is in the academy, the link has been sent. The letter comes within a few minutes.',
  noAccount: 'One joins the academy by an invitation. Ask your school for the link.',
  readFirst: 'Read practices without signing in',
  joinByCode: 'Join a session by code',

  demo: 'Look around first',
  demoWhy: 'One press and you are in. The people and schools are samples.',

  consentNeeded: 'Your consent is needed',
  consentWhy: 'You took your consent back before. To use the account again, read the text and agree.',
  agree: 'I agree, sign in',

  newPassword: 'New password',
  newPasswordHint: 'At least eight characters. Not your name or login name.',
  recoverFor: (name: string) => `${name}, set a new password.`,
  yourLogin: (login: string) => `Your login name: ${login}`,
  worksUntil: (when: string) => `The link works until: ${when}`,
  setPassword: 'Set the password',
  passwordSet: 'The password was changed',
  passwordSetWhy: 'You are signed out on all earlier devices. Sign in with the new password.',
  linkEnded: 'The link does not work',
} satisfies Words['entry']
