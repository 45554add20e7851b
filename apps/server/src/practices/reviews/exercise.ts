import { CRITERIA, type Criterion, type ExerciseView, type Locale, type Scores } from '@academy/contract'

/** The example everybody reviews first; a new example has a new name, and is asked of everybody again. */
export const EXERCISE = 'snow-measure'

/** Points may differ from the reference by two in one thing, and by this many in all: peers need not agree to the point. */
const MOST_APART = 3

const REFERENCE: Record<Criterion, number> = { aim: 2, repeatable: 3, core: 0, evidence: 1, conditions: 2 }

interface Example {
  title: string
  text: string
  why: Record<Criterion, string>
}

/** Our own made-up practice, with what is good and what is missing in it. */
const EXAMPLE: Record<Locale, Example> = {
  kk: {
    title: 'Қардың тереңдігін өлшейміз',
    text: `Не үшін: оқушы ұзындық бірліктерін күнделікті өмірде қолданады.
Қалай өтеді: 1) Үш топ мектеп ауласының үш жеріне шығады (10 мин). 2) Әр топ таяқшамен қардың тереңдігін бес рет өлшеп, дәптерге жазады (15 мин). 3) Сыныпта орташа мәнін тауып, диаграмма саламыз (15 мин).
Не керек: сызғыш, таяқша. Интернет керек емес. Біріктірілген сыныпта өтеді: кішілер өлшейді, үлкендер орташа мәнін есептейді.
Нәтижесі: балаларға ұнады.`,
    why: {
      aim: 'Мақсат айтылған, бірақ оқушы сабақ соңында нені істей алатыны нақты емес.',
      repeatable: 'Қадамы, уақыты, топтары бар: басқа мұғалім қайталай алады.',
      core: 'Нені өзгертуге болмайтыны, нені өзгертуге болатыны айтылмаған.',
      evidence: '«Балаларға ұнады» – үйренгенін көрсетпейді. Дәптердегі жазба мен диаграмманы атауға болар еді.',
      conditions: 'Біріктірілген сынып пен интернет айтылған. Боран күні не істеу керегі жоқ.',
    },
  },
  ru: {
    title: 'Измеряем глубину снега',
    text: `Для чего: ученик применяет единицы длины в обычной жизни.
Как проходит: 1) Три группы выходят в три места школьного двора (10 мин). 2) Каждая группа пять раз измеряет глубину снега палочкой и записывает в тетрадь (15 мин). 3) В классе находим среднее и строим диаграмму (15 мин).
Что нужно: линейка, палочка. Интернет не нужен. Подходит для совмещённого класса: младшие измеряют, старшие считают среднее.
Итог: детям понравилось.`,
    why: {
      aim: 'Цель названа, но не сказано, что именно ученик сможет делать к концу урока.',
      repeatable: 'Есть шаги, время, группы: другой учитель повторит.',
      core: 'Не сказано, что нельзя менять, а что можно.',
      evidence: '«Понравилось» не показывает, что научились. Можно было назвать записи в тетради и диаграмму.',
      conditions: 'Сказано про совмещённый класс и интернет. Нет слов о том, что делать в буран.',
    },
  },
  en: {
    title: 'We measure how deep the snow is',
    text: `What for: pupils use units of length in daily life.
How it goes: 1) Three groups go to three places of the school yard (10 min). 2) Each group measures the snow five times with a stick and writes it down (15 min). 3) In class we find the mean and draw a chart (15 min).
Needed: a ruler, a stick. No internet. Works in a combined class: the younger ones measure, the older ones work out the mean.
Result: the children liked it.`,
    why: {
      aim: 'The aim is named, but not what pupils will be able to do at the end.',
      repeatable: 'Steps, times and groups are there: another teacher can repeat it.',
      core: 'It is not said what must stay and what may change.',
      evidence: '“They liked it” does not show that they learned. The notes and the chart could have been named.',
      conditions: 'The combined class and internet are named. What to do in a snowstorm is not.',
    },
  },
}

/** Near enough to the reference to review for real. */
export function passes(scores: Scores): boolean {
  const apart = CRITERIA.map((criterion) => Math.abs(scores[criterion] - REFERENCE[criterion]))
  return Math.max(...apart) <= 2 && apart.reduce((sum, n) => sum + n, 0) <= MOST_APART
}

/** The reference is shown only beside one's own points: it is an exercise, not an answer to copy. */
export function presentExercise(locale: Locale, tried: { scores: Scores; passed: boolean } | undefined): ExerciseView {
  const { title, text, why } = EXAMPLE[locale]
  return {
    title,
    text,
    passed: tried?.passed ?? false,
    mine: tried?.scores ?? null,
    reference: tried
      ? CRITERIA.map((criterion) => ({ criterion, points: REFERENCE[criterion], why: why[criterion] }))
      : null,
  }
}
