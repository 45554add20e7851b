import { LOCALES, type Locale, type PracticeWords, type Slug, type Trilingual } from '@academy/contract'
import { sorted } from '@academy/language'

/**
 * The words practices are described by. They are data: schools' subjects change, and a practice keeps its slug, so a word may be
 * renamed or added here but never reused or removed.
 */
const subjects: Record<Slug, Trilingual> = {
  math: { kk: 'Математика', ru: 'Математика', en: 'Mathematics' },
  algebra: { kk: 'Алгебра', ru: 'Алгебра', en: 'Algebra' },
  geometry: { kk: 'Геометрия', ru: 'Геометрия', en: 'Geometry' },
  ict: {
    kk: 'Цифрлық сауаттылық / Информатика',
    ru: 'Цифровая грамотность / Информатика',
    en: 'Digital literacy / Computer science',
  },
  science: { kk: 'Жаратылыстану', ru: 'Естествознание', en: 'Science' },
  physics: { kk: 'Физика', ru: 'Физика', en: 'Physics' },
  chemistry: { kk: 'Химия', ru: 'Химия', en: 'Chemistry' },
  biology: { kk: 'Биология', ru: 'Биология', en: 'Biology' },
  geography: { kk: 'География', ru: 'География', en: 'Geography' },
  'history-kz': { kk: 'Қазақстан тарихы', ru: 'История Казахстана', en: 'History of Kazakhstan' },
  kazakh: { kk: 'Қазақ тілі', ru: 'Казахский язык', en: 'Kazakh language' },
  'kazakh-lit': { kk: 'Қазақ әдебиеті', ru: 'Казахская литература', en: 'Kazakh literature' },
  'kazakh-t2': {
    kk: 'Қазақ тілі мен әдебиеті (Т2)',
    ru: 'Казахский язык и литература (Т2)',
    en: 'Kazakh as second language',
  },
  russian: { kk: 'Орыс тілі', ru: 'Русский язык', en: 'Russian language' },
  'russian-t2': {
    kk: 'Орыс тілі мен әдебиеті (Т2)',
    ru: 'Русский язык и литература (Т2)',
    en: 'Russian as second language',
  },
  english: {
    kk: 'Ағылшын тілі (шетел тілі)',
    ru: 'Английский язык (иностранный язык)',
    en: 'English (foreign language)',
  },
  literacy: { kk: 'Әліппе, ана тілі / Сауат ашу', ru: 'Букварь, обучение грамоте', en: 'Early literacy' },
  reading: { kk: 'Әдебиеттік оқу', ru: 'Литературное чтение', en: 'Literary reading' },
  art: { kk: 'Көркем еңбек', ru: 'Художественный труд', en: 'Art and craft' },
  pe: { kk: 'Дене шынықтыру', ru: 'Физическая культура', en: 'Physical education' },
  music: { kk: 'Музыка', ru: 'Музыка', en: 'Music' },
  cross: { kk: 'Пәнаралық', ru: 'Межпредметно', en: 'Cross-curricular' },
  inclusion: { kk: 'Инклюзивті білім беру', ru: 'Инклюзивное образование', en: 'Inclusive education' },
  homeroom: { kk: 'Сынып сағаты', ru: 'Классный час', en: 'Homeroom' },
}

const methods: Record<Slug, Trilingual> = {
  'mixed-grade': { kk: 'Біріктірілген сынып', ru: 'Совмещённый класс', en: 'Multigrade teaching' },
  differentiation: { kk: 'Саралап оқыту', ru: 'Дифференциация', en: 'Differentiation' },
  'peer-teaching': { kk: 'Өзара оқыту', ru: 'Взаимообучение', en: 'Peer teaching' },
  'hands-on': { kk: 'Қолмен істеу', ru: 'Практическое действие', en: 'Hands-on' },
  inquiry: { kk: 'Зерттеп оқыту', ru: 'Исследование', en: 'Inquiry' },
  'local-context': { kk: 'Жергілікті контекст', ru: 'Местный контекст', en: 'Local context' },
  formative: { kk: 'Қалыптастырушы бағалау', ru: 'Формативное оценивание', en: 'Formative assessment' },
  game: { kk: 'Ойын', ru: 'Игра', en: 'Game' },
  group: { kk: 'Топтық жұмыс', ru: 'Групповая работа', en: 'Group work' },
  jigsaw: { kk: 'Джигсо (өзара үйрету топтары)', ru: '«Пила» (джигсо)', en: 'Jigsaw' },
  debate: { kk: 'Пікірталас', ru: 'Дебаты', en: 'Debate' },
  project: { kk: 'Жоба', ru: 'Проект', en: 'Project' },
  fieldwork: { kk: 'Далалық жұмыс', ru: 'Работа на местности', en: 'Fieldwork' },
  'role-play': { kk: 'Рөлдік ойын', ru: 'Ролевая игра', en: 'Role play' },
  unplugged: { kk: 'Компьютерсіз информатика', ru: 'Информатика без компьютера', en: 'Unplugged computing' },
  'low-tech': { kk: 'Бір құрылғымен', ru: 'С одним устройством', en: 'One-device classroom' },
  interdisciplinary: { kk: 'Пәнаралық байланыс', ru: 'Межпредметная связь', en: 'Interdisciplinary' },
  family: { kk: 'Отбасының қатысуы', ru: 'Участие семьи', en: 'Family involvement' },
  movement: { kk: 'Қимыл арқылы оқу', ru: 'Обучение через движение', en: 'Learning through movement' },
}

const resources: Record<Slug, Trilingual> = {
  paper: { kk: 'Қағаз, қарындаш', ru: 'Бумага, карандаши', en: 'Paper and pencils' },
  cards: { kk: 'Қолдан жасалған карточкалар', ru: 'Самодельные карточки', en: 'Handmade cards' },
  board: { kk: 'Тақта', ru: 'Доска', en: 'Board' },
  phone: { kk: 'Мұғалімнің телефоны', ru: 'Телефон учителя', en: "Teacher's phone" },
  laptop: { kk: 'Бір ноутбук', ru: 'Один ноутбук', en: 'One laptop' },
  projector: { kk: 'Проектор не теледидар', ru: 'Проектор или телевизор', en: 'Projector or TV' },
  household: { kk: 'Үйдегі заттар', ru: 'Предметы из дома', en: 'Household items' },
  ruler: { kk: 'Сызғыш, рулетка', ru: 'Линейка, рулетка', en: 'Ruler, tape measure' },
  thermometer: { kk: 'Термометр', ru: 'Термометр', en: 'Thermometer' },
  rope: { kk: 'Жіп, қазықтар', ru: 'Верёвка, колышки', en: 'Rope and pegs' },
  felt: { kk: 'Киіз, мата қиындылары', ru: 'Войлок, обрезки ткани', en: 'Felt and fabric scraps' },
  vegetables: {
    kk: 'Қызылша не қызыл қырыққабат',
    ru: 'Свёкла или краснокочанная капуста',
    en: 'Beetroot or red cabbage',
  },
  water: { kk: 'Ауыл суының үлгілері', ru: 'Пробы воды из села', en: 'Village water samples' },
  stopwatch: { kk: 'Секундомер', ru: 'Секундомер', en: 'Stopwatch' },
  asyk: { kk: 'Асықтар', ru: 'Асыки', en: 'Asyk bones' },
  togyz: { kk: 'Тоғызқұмалақ тақтасы', ru: 'Доска тогызкумалак', en: 'Togyzkumalak board' },
  photos: { kk: 'Басылған суреттер', ru: 'Распечатанные фотографии', en: 'Printed photos' },
  texts: { kk: 'Қысқа мәтіндер', ru: 'Короткие тексты', en: 'Short texts' },
  map: { kk: 'Аудан картасы', ru: 'Карта района', en: 'District map' },
  dombra: { kk: 'Домбыра (болса)', ru: 'Домбра (если есть)', en: 'Dombra (if available)' },
  outdoor: { kk: 'Мектеп ауласы', ru: 'Школьный двор', en: 'School yard' },
}

const evidence: Record<Slug, Trilingual> = {
  exit: { kk: 'Шығу парақтары', ru: 'Выходные карточки', en: 'Exit tickets' },
  prepost: { kk: 'Дейін/кейін тапсырма', ru: 'Задание до и после', en: 'Pre/post task' },
  work: { kk: 'Оқушы жұмысының суреті', ru: 'Фото ученических работ', en: 'Photo of pupil work' },
  notes: { kk: 'Бақылау жазбалары', ru: 'Заметки наблюдения', en: 'Observation notes' },
  audio: { kk: 'Қысқа аудио', ru: 'Короткое аудио', en: 'Short audio' },
  data: { kk: 'Өлшеу кестесі', ru: 'Таблица измерений', en: 'Measurement table' },
  voice: { kk: 'Ата-ана/оқушы пікірі', ru: 'Отзыв родителей/учеников', en: 'Parent/pupil voice' },
}

export type Dictionary = keyof PracticeWords
const DICTIONARIES: Record<Dictionary, Record<Slug, Trilingual>> = { subjects, methods, resources, evidence }

export const isWord = (dictionary: Dictionary, slug: Slug): boolean => Object.hasOwn(DICTIONARIES[dictionary], slug)

/** The three names of the words; a slug that is none is left out. */
export const namesOf = (dictionary: Dictionary, slugs: readonly Slug[]): Trilingual[] =>
  slugs.flatMap((slug) => (isWord(dictionary, slug) ? (DICTIONARIES[dictionary][slug] ?? []) : []))

/** Slugs as a reader of that language is shown them. */
export const inWords = (dictionary: Dictionary, slugs: readonly Slug[], locale: Locale) =>
  slugs.map((slug) => ({ slug, name: namesOf(dictionary, [slug])[0]?.[locale] ?? slug }))

const allIn = (dictionary: Dictionary, locale: Locale) =>
  sorted(locale, inWords(dictionary, Object.keys(DICTIONARIES[dictionary]), locale), (word) => word.name)

/** All dictionaries in each language, put in order once. */
export const WORDS = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    {
      subjects: allIn('subjects', locale),
      methods: allIn('methods', locale),
      resources: allIn('resources', locale),
      evidence: allIn('evidence', locale),
    },
  ]),
) as Record<Locale, PracticeWords>
