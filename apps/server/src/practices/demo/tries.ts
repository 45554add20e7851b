import { type Id, newId, type PracticeContent } from '@academy/contract'
import type { TrialRecord } from '../trials/store.ts'
import type { DemoTeacher } from './fill.ts'

type Told = Pick<TrialRecord, 'outcome' | 'happened' | 'conditions' | 'changed'>

/** Made-up tellings by nobody real, as marked as all of the demo: what did not work stands among them like what did. */
const TOLD: Record<'kk' | 'ru' | 'en', readonly Told[]> = {
  kk: [
    { outcome: 'worked', happened: 'Балалар бірден түсінді, өздері топқа бөлінді.', conditions: '', changed: '' },
    {
      outcome: 'partly',
      happened: 'Алғашқы қадамдар жақсы өтті, талқылауға уақыт жетпеді.',
      conditions: 'Екі сынып бірге, бір мұғалім.',
      changed: 'Соңғы қадамды келесі сабаққа қалдырдық.',
    },
    {
      outcome: 'did-not-work',
      happened: 'Жартысынан кейін тоқтаттық: материал жетпеді.',
      conditions: 'Мектепте бір ғана принтер, түсті қағаз жоқ.',
      changed: '',
    },
  ],
  ru: [
    { outcome: 'worked', happened: 'Дети сразу включились, времени хватило.', conditions: '', changed: '' },
    {
      outcome: 'partly',
      happened: 'Группы справились, на общий разговор времени не осталось.',
      conditions: 'Один проектор на два кабинета.',
      changed: 'Схему начертили на доске.',
    },
    {
      outcome: 'did-not-work',
      happened: 'Пришлось остановиться в середине: младшим было трудно читать задания.',
      conditions: 'Совмещённый класс, половина читает медленно.',
      changed: '',
    },
  ],
  en: [{ outcome: 'worked', happened: 'It went as described.', conditions: '', changed: '' }],
}

/** Every third practice was tried at up to three schools of the district, some days after it was shared. */
export function demoTries(
  n: number,
  practice: { id: Id; content: PracticeContent; teacher: DemoTeacher; at: Date },
  { teachers, now }: { teachers: readonly DemoTeacher[]; now: Date },
): TrialRecord[] {
  if (n % 3 !== 1) return []
  const { id: practiceId, content, teacher } = practice
  const others = teachers.filter((other) => other.placeId !== teacher.placeId)
  return Array.from({ length: Math.min(1 + (n % 3) + (n % 2), others.length) }, (_, k) => {
    const who = others[(n * 5 + k * 3) % others.length] as DemoTeacher
    const told = TOLD[content.language][(n + k) % TOLD[content.language].length] as Told
    // Between the sharing and now, the later ones later.
    const at = new Date(practice.at.getTime() + ((now.getTime() - practice.at.getTime()) * (k + 1)) / 5)
    return {
      id: newId(),
      practiceId,
      version: 1,
      memberId: who.id,
      byAuthor: false,
      placeId: who.placeId,
      ...told,
      day: at.toISOString().slice(0, 10),
      classKind: content.ungraded ? ('ungraded' as const) : ('usual' as const),
      grades: content.grades.slice(0, 2),
      pupils: 8 + ((n * 7 + k * 3) % 14),
      language: content.language,
      at,
      editedAt: null,
      takenBackAt: null,
    }
  })
}
