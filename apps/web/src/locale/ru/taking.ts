import type { taking as kk } from '../kk/taking.ts'

/** The terms a practice is given on, and taking it along. */
export const taking = {
  whoReads: 'Кто читает',
  visibilities: { public: 'Все', members: 'Только участники академии' },
  inNameOf: 'От имени какой школы',
  licence: 'Что могут делать другие',
  licences: {
    'CC-BY-4.0': 'с указанием автора, для любых целей',
    'CC-BY-SA-4.0': 'с указанием автора и на тех же условиях',
    'CC-BY-NC-4.0': 'с указанием автора, не ради дохода',
    'CC0-1.0': 'без условий',
  },
  takeAlong: 'Взять с собой',
  print: 'Распечатать',
  printWhy: 'План для листов A4 откроется в новом окне.',
  pdf: 'Скачать PDF',
  pdfWhy: 'В виде краткосрочного плана: читается на телефоне и на бумаге.',
  link: 'Отправить ссылку',
  linkWhy: 'Сообщением или скопировав.',
} satisfies typeof kk
