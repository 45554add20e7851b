import type { CommunityKind, Locale, RoomAudience, RoomKind, Trilingual } from '@academy/contract'

/** What people of the demo district say. All of it is made up; «Үлгі», «Мысал», «Образцов», «Примеров» are nobody. */

export interface DemoCommunity {
  key: string
  name: Trilingual
  kind: CommunityKind
  /** A demo school, the district, or everywhere. */
  at: string | null
  people: readonly string[]
}

export interface DemoMessage {
  who: string
  /** Minutes after the message before. */
  after: number
  says: string
  /** Kazakh unless said otherwise. */
  language?: Locale
  /** The number of the message it answers. */
  answers?: number
}

export interface DemoTopic {
  title: string
  /** How long ago its last message was written, in minutes. */
  ago: number
  talk: readonly DemoMessage[]
}

export interface DemoRoom {
  title: Trilingual
  kind: RoomKind
  audience: RoomAudience
  at: string
  community?: string
  host: string
  topics: readonly DemoTopic[]
}

const HOUR = 60
const DAY = 24 * HOUR

export const DEMO_COMMUNITIES: readonly DemoCommunity[] = [
  {
    key: 'mathematics',
    name: { kk: 'Математика мұғалімдері', ru: 'Учителя математики', en: 'Teachers of mathematics' },
    kind: 'subject',
    at: 'district',
    people: ['Әсем Мысал', 'Айнұр Үлгі', 'Ербол Үлгі', 'Марина Образцова', 'Дәурен Мысал'],
  },
  {
    key: 'parents',
    name: { kk: 'Белсенді ата-аналар', ru: 'Активные родители', en: 'Active parents' },
    kind: 'theme',
    at: null,
    people: ['Бақыт Мысал', 'Темірлан Үлгі', 'Ирина Примерова', 'Сәуле Үлгі', 'Шолпан Мысал'],
  },
  {
    key: 'school',
    name: { kk: 'Талапкер мектебінің достары', ru: 'Друзья школы Талапкер', en: 'Friends of Talapker school' },
    kind: 'school',
    at: 'Талапкер 1',
    people: ['Гүлнар Үлгі', 'Айнұр Үлгі', 'Жұлдыз Мысал'],
  },
]

export const DEMO_ROOMS: readonly DemoRoom[] = [
  {
    title: { kk: 'Мектеп пен үй', ru: 'Школа и дом', en: 'School and home' },
    kind: 'school',
    audience: 'place',
    at: 'Талапкер 1',
    host: 'Гүлнар Үлгі',
    topics: [
      {
        title: 'Боран күні сабақ қалай өтеді?',
        ago: 3 * HOUR,
        talk: [
          {
            who: 'Бақыт Мысал',
            after: 0,
            says: 'Былтыр боранда үш күн сабақ болмады. Биыл қалай болатынын алдын ала біле аламыз ба?',
          },
          {
            who: 'Гүлнар Үлгі',
            after: 50,
            says: 'Ауа райы туралы ескерту кешкі сегізге дейін осы бөлмеде шығады. Таңертең жолға шықпай тұрып, бір қарап алыңыз.',
            answers: 1,
          },
          {
            who: 'Жұлдыз Мысал',
            after: 25,
            says: 'Біздің жақта байланыс нашар. Телефон соғып айтуға бола ма?',
          },
          {
            who: 'Гүлнар Үлгі',
            after: 15,
            says: 'Болады. Байланысы нашар отбасыларға сынып жетекшісі өзі хабарласады.',
            answers: 3,
          },
          { who: 'Бақыт Мысал', after: 2 * HOUR, says: 'Рақмет, енді түсінікті болды.' },
          {
            who: 'Айнұр Үлгі',
            after: 14 * HOUR,
            says: 'Боран күндеріне арналған тапсырманы қағазға басып беремін: интернет керек емес. Бейсенбіде балалармен бірге үйге барады.',
          },
          {
            who: 'Жұлдыз Мысал',
            after: 35,
            says: 'Өте жақсы. Кіші сыныпқа да болады ма?',
            answers: 6,
          },
        ],
      },
      {
        title: 'Үйде бірге кітап оқу',
        ago: 2 * DAY,
        talk: [
          {
            who: 'Айнұр Үлгі',
            after: 0,
            says: 'Күніне он минут бірге оқысаңыз жеткілікті. Үйде кім қалай оқып жүр? Бөлісейік.',
          },
          {
            who: 'Жұлдыз Мысал',
            after: 3 * HOUR,
            says: 'Кешкі астан кейін кезекпен оқимыз: бір бетін мен, бір бетін балам.',
          },
          {
            who: 'Бақыт Мысал',
            after: 45,
            says: 'Біз мал жайғап келгенше кеш болып кетеді. Таңертең оқуға бола ма?',
          },
          {
            who: 'Айнұр Үлгі',
            after: 30,
            says: 'Болады. Уақыты маңызды емес, күнде қайталанғаны маңызды.',
            answers: 3,
          },
        ],
      },
    ],
  },
  {
    title: { kk: 'Біріктірілген сынып', ru: 'Совмещённый класс', en: 'Combined classes' },
    kind: 'theme',
    audience: 'members',
    at: 'district',
    host: 'Дәурен Мысал',
    topics: [
      {
        title: 'Екі сынып бір бөлмеде: бәріне уақыт жете ме?',
        ago: 5 * HOUR,
        talk: [
          {
            who: 'Шолпан Мысал',
            after: 0,
            says: 'Балам биыл бірінші сыныпқа барды, үшінші сыныппен бір бөлмеде отырады. Мұғалімнің уақыты екеуіне де жете ме?',
          },
          {
            who: 'Ербол Үлгі',
            after: 2 * HOUR,
            says: 'Сабақтың басы ортақ болады. Содан кейін бір сынып өз бетімен жұмыс істейді, мен екіншісінің қасында отырамын. Соңында бәрі бірге қорытады.',
            answers: 1,
          },
          {
            who: 'Марина Образцова',
            after: 40,
            says: 'У нас похоже: старшие объясняют младшим и сами лучше запоминают. Важно, чтобы у каждого было своё задание.',
            language: 'ru',
          },
          {
            who: 'Қарлығаш Мысал',
            after: 3 * HOUR,
            says: 'Мен тапсырманы екі түсті қағазға жазамын: көгі – кішілерге, сарысы – үлкендерге. Балалар өздерінікін бірден табады.',
          },
          { who: 'Шолпан Мысал', after: 90, says: 'Түсіндім, рақмет. Үйде қалай көмектескеніміз дұрыс?' },
          {
            who: 'Ербол Үлгі',
            after: 20,
            says: 'Бүгін не істегенін баланың өзі айтып берсін, сіз тек сұрақ қойыңыз.',
            answers: 5,
          },
          {
            who: 'Дәурен Мысал',
            after: 15 * HOUR,
            says: 'Осындай сабақтардың дайын үлгісі тәжірибе кітапханасында бар. Сүзгіден «біріктірілген сыныпқа жарайды» дегенді белгілеңіз.',
          },
          {
            who: 'Назгүл Мысал',
            after: HOUR,
            says: 'Қараймын. Бізде төрт сынып бірге отырады, сондықтан бұл тақырып өте керек.',
          },
        ],
      },
      {
        title: 'Когда дома говорят на двух языках',
        ago: 4 * DAY,
        talk: [
          {
            who: 'Ольга Примерова',
            after: 0,
            says: 'Часть детей дома говорит по-казахски, часть по-русски. Как вы вводите новые слова?',
            language: 'ru',
          },
          {
            who: 'Мақсат Үлгі',
            after: 5 * HOUR,
            says: 'Жаңа сөзді екі тілде жазып, жанына суретін ілемін. Сабақ соңында балалар сол сөзбен сөйлем құрайды.',
            answers: 1,
          },
          {
            who: 'Назгүл Мысал',
            after: HOUR,
            says: 'Біз сөздік қабырға жасадық: аптасына он сөз. Ата-аналар да оқып кетіп жүр.',
          },
          {
            who: 'Ольга Примерова',
            after: 70,
            says: 'Спасибо! Начнём с картинок, через неделю расскажу, что получилось.',
            language: 'ru',
          },
        ],
      },
    ],
  },
  {
    title: { kk: 'Математика: күнделікті сөз', ru: 'Математика на каждый день', en: 'Everyday mathematics' },
    kind: 'community',
    audience: 'community',
    community: 'mathematics',
    at: 'district',
    host: 'Әсем Мысал',
    topics: [
      {
        title: 'Бөлшекті неден бастайсыз?',
        ago: DAY,
        talk: [
          {
            who: 'Әсем Мысал',
            after: 0,
            says: 'Бесінші сыныпта бөлшекті нан бөлуден бастаған едім. «Бүтін» деген ұғым әлсіз болып қалды. Сіздер неден бастайсыздар?',
          },
          {
            who: 'Айнұр Үлгі',
            after: 55,
            says: 'Қағаз жолақты бүктеу анық көрсетеді: бір жолақ – бүтін, содан жартысы, ширегі шығады.',
            answers: 1,
          },
          {
            who: 'Ербол Үлгі',
            after: 2 * HOUR,
            says: 'Мен жіптен бастаймын: бір метр, он тең бөлік. Кейін ондық бөлшекке көшу жеңіл.',
          },
          {
            who: 'Марина Образцова',
            after: 35,
            says: 'Мы берём бумагу в клетку: сначала закрашиваем доли, потом записываем.',
            language: 'ru',
          },
          { who: 'Әсем Мысал', after: 3 * HOUR, says: 'Ертең жолақпен көріп, нәтижесін осында жазамын.' },
        ],
      },
    ],
  },
  {
    title: { kk: 'Ауылдағы үйірмелер', ru: 'Кружки в селе', en: 'Village clubs' },
    kind: 'community',
    audience: 'members',
    community: 'parents',
    at: 'district',
    host: 'Сәуле Үлгі',
    topics: [
      {
        title: 'Сенбілік ағаш шеберханасы',
        ago: 9 * HOUR,
        talk: [
          {
            who: 'Темірлан Үлгі',
            after: 0,
            says: 'Мектептің ағаш шеберханасы сенбіде бос тұрады. Балаларға үйірме ашсақ, кім қосылады?',
          },
          {
            who: 'Сәуле Үлгі',
            after: 80,
            says: 'Сенбіде оннан он екіге дейін ашып бере аламыз. Алдымен қауіпсіздік ережесін бірге оқып шығайық.',
            answers: 1,
          },
          {
            who: 'Ирина Примерова',
            after: 2 * HOUR,
            says: 'У нас в Софиевке тоже есть желающие. Можно приезжать раз в две недели?',
            language: 'ru',
          },
          { who: 'Темірлан Үлгі', after: 25, says: 'Әрине, келіңіздер. Орын он балаға жетеді.', answers: 3 },
          { who: 'Бақыт Мысал', after: 50, says: 'Менің балам да қызығады, тізімге қосып қойыңызшы.' },
        ],
      },
    ],
  },
]
