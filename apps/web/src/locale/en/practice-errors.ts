import type { Words } from '../words.ts'

/** What is refused where one writes and reads practices, and of files: other pages do not carry it. */
export const practiceErrors: Words['practiceErrors'] = {
  'files/wrong-type':
    'Files of this kind are not taken. Choose a photo, PDF, Word, Excel, PowerPoint, ODT or audio file.',
  'files/not-what-it-says': 'What is in the file does not match its name. Choose another one.',
  'files/unsafe':
    'The file could not be checked: it has a password, a macro or too much inside. Save a plain copy and choose that.',
  'files/damaged': 'The file is damaged and did not open. Save it or take the photo again.',
  'files/too-many-pixels': 'The picture is too large. Make it smaller and choose it again.',
  'files/quota': 'The space your school has for files is used up. Tell the school leader.',
  'files/not-here-yet': 'The file is still being uploaded. The rest goes by itself when it is there.',
  'files/gone': 'The file did not arrive. Choose it again and send.',
  'practices/no-pack': 'This is not a file with a practice.',
  'practices/pack-damaged': 'The file did not arrive whole, or was changed. Download it again.',
  'practices/pack-unsafe': 'It is not safe to open this file, so it was not opened.',
  'practices/pack-too-new': 'The file was made by a newer version of the academy.',
  'practices/licence':
    'An adaptation keeps the terms of its original. Choose others under “What others may do with it” and send it again.',
  'practices/withdrawn': 'The author has withdrawn this practice.',
  'practices/too-many-drafts':
    'You have too many unfinished practices. This text is kept on your device: finish or drop an older one.',
  'practices/too-many-authors': 'No more people can write this practice together.',
  'practices/author-link-over': 'This link is over or was used already. Ask the author for a new one.',
  'practices/edited-elsewhere': 'The practice was edited elsewhere. Your text is kept: compare the two.',
  'practices/translation-behind': 'The original has changed. Bring the translation up to date first.',
  'practices/translation-unfinished': 'The translation is not complete yet.',
  'practices/too-many-collections': 'You have as many collections as there may be. Delete one you do not need.',
  'practices/collection-full': 'This collection is full. Begin another one.',
  'practices/machine-away': 'The translation machine did not answer. Translate it yourself or try again later.',
}
