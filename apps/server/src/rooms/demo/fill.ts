import { type Id, type Member, newId, type RoomAudience, type RoomKind, type Trilingual } from '@academy/contract'
import type { DiscussionRooms } from '../index.ts'

type Who = 'teacher' | 'parent' | 'leader' | 'other'
interface SampleRoom {
  kind: RoomKind
  audience: RoomAudience
  title: Trilingual
  topics: { title: string; said: [who: Who, text: string][] }[]
}

/** Invented talk of the demo district; nobody is meant. */
const ROOMS: SampleRoom[] = [
  {
    kind: 'school',
    audience: 'place',
    title: { kk: 'Мектеп бөлмесі (үлгі)', ru: 'Комната школы (пример)', en: 'School room (sample)' },
    topics: [
      {
        title: 'Сыныпта 1 мен 3-сынып бірге оқиды. Бұл балама кедергі бола ма?',
        said: [
          ['parent', 'Қызым биыл бірінші сыныпқа барды. Бір бөлмеде үшінші сынып та отырады. Назары бөлінбей ме?'],
          [
            'teacher',
            'Алғашқы жеті минут бәріне ортақ. Содан кейін әр сынып өз карточкасымен жұмыс істейді. Кіші сынып үлкеннен естіп, көп сөзді ерте үйренеді.',
          ],
          ['parent', 'Түсінікті. Үйде нені қайталаған дұрыс?'],
          [
            'teacher',
            'Дәптердің екі бетін екі түспен белгілейік: көк – 1-сынып, жасыл – 3-сынып. Бала өз түсін біледі.',
          ],
          ['leader', 'Жұма күні ашық сабақ бар, сағат 10:15. Келіп, өз көзіңізбен көріңіз.'],
        ],
      },
      {
        title: 'Буран күні сабақ қалай өтеді?',
        said: [
          ['parent', 'Автобус шықпай қалса, кім хабарлайды?'],
          ['leader', 'Таңғы жетіге дейін осы бөлмеге жазамыз. Тапсырма қағаз түрінде алдын ала беріледі.'],
        ],
      },
    ],
  },
  {
    kind: 'theme',
    audience: 'members',
    title: { kk: 'Функционалдық сауаттылық', ru: 'Функциональная грамотность', en: 'Functional literacy' },
    topics: [
      {
        title: 'С чего начать чтение таблиц в 4 классе?',
        said: [
          ['other', 'Дети читают текст, но теряются, как только появляется таблица. Кто с чего начинал?'],
          ['teacher', 'Біз асхана мәзірінен бастадық: баға, салмақ, күн. Кестені балалар өздері толтырды.'],
          ['other', 'Меню – это хорошо, оно у всех под рукой. Попробуем в четверг и расскажем.'],
        ],
      },
    ],
  },
]

/** The demo's rooms and a few talks in them. Messages carry the day of filling: nothing here pretends to be older. */
export async function fillRooms(
  rooms: DiscussionRooms,
  people: Record<Who, Member>,
  at: { schoolId: Id; districtId: Id; keeper: Member },
): Promise<void> {
  for (const sample of ROOMS) {
    const roomId = newId()
    const school = sample.kind === 'school'
    await rooms.rooms.create(school ? people.leader : at.keeper, {
      id: roomId,
      title: sample.title,
      kind: sample.kind,
      audience: sample.audience,
      placeId: school ? at.schoolId : at.districtId,
      communityId: null,
    })
    for (const { title, said } of sample.topics) {
      const [first, ...rest] = said
      if (!first) continue
      const topicId = newId()
      const [who, body] = first
      await rooms.topics.start(people[who], { id: topicId, roomId, title, messageId: newId(), body, language: null })
      for (const [by, text] of rest)
        await rooms.messages.post(people[by], { id: newId(), topicId, body: text, replyTo: null, language: null })
    }
  }
}
