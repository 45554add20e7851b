import type { Words } from '../words.ts'

export const unsent = {
  title: 'Not sent yet',
  why: 'All of it is kept on this device. It sends itself when there is a line.',
  things: {
    'live.ask': 'A question',
    'live.support': 'Support of a question',
    'rooms.post': 'A message',
    'rooms.start': 'A new topic',
    'rooms.edit': 'An edit of a message',
    'rooms.delete': 'A message to delete',
    'practices.publish': 'A new practice',
    'practices.edit': 'An edit of a practice',
    'practices.makeCollection': 'A new collection',
    'practices.editCollection': 'An edit of a collection',
    'practices.shareCollection': 'The link of a collection',
    'practices.deleteCollection': 'A collection to delete',
    'practices.keepPractice': 'A practice to keep',
    'practices.letGoPractice': 'A practice to take out',
    'practices.movePractice': 'The order of a collection',
    'practices.tellTrial': 'How a lesson went',
    'practices.editTrial': 'An edit of how a lesson went',
    'practices.seeEchoes': 'A mark that news was seen',
    'practices.takeBackTrial': 'Taking back what was told',
  },
  thing: 'Something written',

  adopt: 'Something was written here before you signed in',
  adoptWhy: 'It has not been sent yet. Send it in your name?',
  adoptYes: 'Send it in my name',
  adoptNo: 'Discard it',
  later: 'Decide later',
} satisfies Words['unsent']
