import type { Words } from '../words.ts'

export const design = {
  close: 'Close',
  letters: 'Kazakh letters',
  waiting: 'Waiting to send',
  sent: 'Sent',
  refused: (why: string) => `Not accepted: ${why}`,
  kept: 'The text is kept on this device.',
  badLine: 'The line is unstable.',
  badLineWhy: 'Keep writing: it stays on this device.',
  noLine: 'No connection.',
  noLineWhy: 'It will send itself later.',
  undo: 'Undo',
} satisfies Words['design']
