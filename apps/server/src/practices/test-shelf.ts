import { type Id, newId, type PublishPractice } from '@academy/contract'
import { type Academy, openAcademy, type Person } from '@academy/testkit'

/** A practice as a teacher's form sends it. */
export const aPractice = (placeId: Id, change: Partial<PublishPractice> = {}): PublishPractice => ({
  id: newId(),
  placeId,
  visibility: 'public',
  language: 'kk',
  title: 'Қар астындағы тіршілік',
  subjects: ['biology'],
  grades: [7],
  minutes: 40,
  purpose: 'Қыстағы даланы бақылау.',
  steps: [
    { text: 'Қарды қазып, қабаттарын саламыз.', minutes: 25 },
    { text: 'Табылғанын талқылаймыз.', minutes: null },
  ],
  resources: ['paper'],
  needs: '',
  internet: 'none',
  ungraded: false,
  functionalLiteracy: false,
  methods: ['inquiry'],
  evidence: ['notes'],
  alsoIn: [],
  ...change,
})

/** The same words as an edit made from the given version. */
export function edited(practice: PublishPractice, base: number, change: Partial<PublishPractice> = {}) {
  const { placeId: _, id: practiceId, ...content } = { ...practice, ...change }
  return { ...content, id: newId(), practiceId, base }
}

/** An academy with a teacher who shares, a teacher who reads, and the school's leader. */
export async function openShelf(options: Parameters<typeof openAcademy>[0] = {}) {
  const academy = await openAcademy(options)
  const [aigul, berik, leader] = await Promise.all([
    academy.person('teacher', { name: 'Айгүл Үлгі' }),
    academy.person('teacher', { name: 'Берік Үлгі' }),
    academy.person('school-leader', { name: 'Ләззат Үлгі' }),
  ])
  return { academy, aigul, berik, leader, stranger: academy.stranger() }
}

export async function share(academy: Academy, who: Person, change: Partial<PublishPractice> = {}) {
  const practice = aPractice(academy.places.school, change)
  await who.rpc.practices.publish.mutate(practice)
  return practice
}

export const open = (who: Person, practiceId: Id, locale: 'kk' | 'ru' | 'en' = 'kk') =>
  who.rpc.practices.open.query({ practiceId, locale })

export const list = (
  who: Person,
  filters: Omit<Parameters<Person['rpc']['practices']['list']['query']>[0], 'locale'> = {},
) => who.rpc.practices.list.query({ locale: 'kk', ...filters })

export const titles = async (who: Person, filters: Parameters<typeof list>[1] = {}) =>
  (await list(who, filters)).items.map((row) => row.title)
