import type { Words } from '../words.ts'

export const consent = {
  '2026-11': {
    title: 'Consent to keeping data',
    points: [
      ['Who keeps it', 'The organisation that runs this academy. The person who invites you can say which one it is.'],
      [
        'What is kept',
        'Your name, login name or e-mail, role and school, the language you chose, what you write yourself, from which device and when you signed in.',
      ],
      [
        'What for',
        'To know you, to show what you write to those it is meant for, to protect your account. Data is not sold and not given to advertising.',
      ],
      [
        'Who sees it',
        'People in your rooms and sessions see your name and role, and everybody a practice you publish for all. Nobody else sees your login name and e-mail.',
      ],
      ['What is not needed', 'Your IIN is not asked for. Do not write children’s names or add their photos.'],
      [
        'How long',
        'While you have an account. When you delete it, your name, login name and e-mail are erased; messages in discussions may stay without an author.',
      ],
      [
        'Your rights',
        'Download your data, correct it, take your consent back, delete the account: all of it on the page “Me”, at any time. This follows Law No. 94-V of 21 May 2013 on personal data and their protection.',
      ],
    ],
  },
} satisfies Words['consent']
