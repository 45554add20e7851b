import { CONSENT_TEXT, type Id, type Locale, newId, type Role } from '@academy/contract'
import { addDemoMember } from '../members/index.ts'
import type { Filling, StepStore } from './filling.ts'
import type { DemoSchools } from './places.ts'

/** «Үлгі», «Мысал», «Образцов» and «Примеров» mean sample and example: nobody is meant. */
const PEOPLE: { name: string; role: Role; at: string; locale?: Locale }[] = [
  { name: 'Айнұр Үлгі', role: 'teacher', at: 'Талапкер 1' },
  { name: 'Бақыт Мысал', role: 'parent', at: 'Талапкер 1' },
  { name: 'Гүлнар Үлгі', role: 'school-leader', at: 'Талапкер 1' },
  { name: 'Дәурен Мысал', role: 'trainer', at: 'district' },
  { name: 'Ләззат Үлгі', role: 'mentor', at: 'district' },
  { name: 'Серік Мысал', role: 'room-moderator', at: 'district' },
  { name: 'Жанар Үлгі', role: 'district-officer', at: 'district' },
  { name: 'Тимур Примеров', role: 'programme-partner', at: 'district', locale: 'ru' },
  { name: 'Нұрлан Мысал', role: 'administrator', at: 'region' },
  { name: 'Әсем Мысал', role: 'teacher', at: 'Ақмол 1' },
  { name: 'Марина Образцова', role: 'teacher', at: 'Софиевка', locale: 'ru' },
  { name: 'Ербол Үлгі', role: 'teacher', at: 'Оразақ' },
  { name: 'Қарлығаш Мысал', role: 'teacher', at: 'Қабанбай батыр 1' },
  { name: 'Ольга Примерова', role: 'teacher', at: 'Максимовка', locale: 'ru' },
  { name: 'Мақсат Үлгі', role: 'teacher', at: 'Тасты' },
  { name: 'Назгүл Мысал', role: 'teacher', at: 'Мәншүк' },
  { name: 'Сәуле Үлгі', role: 'school-leader', at: 'Ақмол 1' },
  { name: 'Виктор Образцов', role: 'school-leader', at: 'Софиевка', locale: 'ru' },
  { name: 'Жұлдыз Мысал', role: 'parent', at: 'Талапкер 1' },
  { name: 'Ирина Примерова', role: 'parent', at: 'Софиевка', locale: 'ru' },
  { name: 'Темірлан Үлгі', role: 'parent', at: 'Ақмол 1' },
  { name: 'Шолпан Мысал', role: 'parent', at: 'Оразақ' },
  // A hall that asks: nobody in it has more than a few questions.
  { name: 'Қайрат Үлгі', role: 'parent', at: 'Талапкер 1' },
  { name: 'Светлана Образцова', role: 'parent', at: 'Талапкер 1', locale: 'ru' },
  { name: 'Айгүл Мысал', role: 'parent', at: 'Талапкер 1' },
  { name: 'Асхат Үлгі', role: 'parent', at: 'Талапкер 1' },
  { name: 'Динара Мысал', role: 'parent', at: 'Талапкер 1' },
  { name: 'Марат Үлгі', role: 'parent', at: 'Талапкер 1' },
]

export interface DemoPerson {
  id: Id
  name: string
  role: Role
  placeId: Id
}

/** Members of the demo, one for each role first: those are the doors of the sign-in page. */
export async function fillPeople(
  db: StepStore,
  { idOf }: Pick<Filling, 'idOf'>,
  places: { region: Id; district: Id; schools: DemoSchools },
  at: Date,
): Promise<DemoPerson[]> {
  const placeOf = (name: string): Id => {
    const id = name === 'region' ? places.region : name === 'district' ? places.district : places.schools.get(name)
    if (!id) throw new TypeError(`no demo place ${name}`)
    return id
  }
  const people = PEOPLE.map((person, n) => ({
    ...person,
    id: idOf(`person ${n}`),
    placeId: placeOf(person.at),
    // One after another, so that the first of a role stays the first.
    since: new Date(at.getTime() + n),
  }))
  await db.write(async (tx) => {
    for (const { id, name, locale = 'kk', role, placeId, since } of people)
      await addDemoMember(tx, {
        id,
        name,
        locale,
        roles: [{ role, placeId }],
        consent: { id: newId(), textVersion: CONSENT_TEXT },
        at: since,
      })
  })
  return people.map(({ id, name, role, placeId }) => ({ id, name, role, placeId }))
}
