import type { Words } from '../words.ts'

export const faults = {
  notFound: 'There is no such page',
  gone: 'This page is closed',
  goneWhy: 'It was here before and is no longer.',
  faultWhy: 'The fault is ours. What you wrote is kept on this device. Try again in a while.',
  offline: 'No connection',
  offlineWhy: 'This page has not been opened on this device yet. Try again when there is a network.',
  newVersionWhy: 'The academy was updated and the old part of this page is gone. Refresh: what you wrote is kept.',
} satisfies Words['faults']
