import type { taking as kk } from '../kk/taking.ts'

/** The terms a practice is given on, and taking it along. */
export const taking = {
  whoReads: 'Who reads it',
  visibilities: { public: 'Everybody', members: 'Participants of the academy only' },
  inNameOf: 'In the name of which school',
  licence: 'What others may do with it',
  licences: {
    'CC-BY-4.0': 'naming the author, for any purpose',
    'CC-BY-SA-4.0': 'naming the author, on the same terms',
    'CC-BY-NC-4.0': 'naming the author, not for profit',
    'CC0-1.0': 'without conditions',
  },
  takeAlong: 'Take it along',
  print: 'Print',
  printWhy: 'The plan for A4 opens in a new window.',
  pdf: 'Download as PDF',
  pdfWhy: 'As a short-term plan, to read on a phone or on paper.',
  link: 'Send the link',
  linkWhy: 'In a message, or copied.',
  pack: 'Take it with its files (ZIP)',
  packWhy: 'Opens without internet, and as a practice in another academy.',
  packLeaves: (names) => `Does not fit into the ZIP: ${names}. Download separately, on this page.`,
  record: 'My work in the academy',
  recordWhy: 'What you published and tried, what colleagues adapted: for your own attestation. Nothing about pupils.',
  recordPdf: 'Download PDF',
  recordCsv: 'Table (CSV)',
  openPack: 'Begin with a file (ZIP)',
  openPackWhy:
    'A practice from another academy or a flash drive. The form begins with its text and its author is named; you can change it before you publish.',
  choosePack: 'Choose a ZIP file',
  opening: 'Opening…',
} satisfies typeof kk
