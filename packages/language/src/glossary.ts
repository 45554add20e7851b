/**
 * What the things of a school and of its lessons are called in the three languages: `kk | ru | en`, the usual name first, others
 * after a semicolon. For translators' suggestions and for finding across languages. Data, for the server; no page loads it.
 */
import type { Locale } from './locale.ts'

const LINES = `
тәжірибе | практика | practice
сабақ | урок | lesson
ашық сабақ | открытый урок | open lesson
қысқа мерзімді жоспар; ҚМЖ | краткосрочный план; КСП | short-term lesson plan
орта мерзімді жоспар; ОМЖ | среднесрочный план; ССП | medium-term plan
оқу мақсаты | цель обучения | learning objective
сабақтың мақсаты | цель урока | lesson objective
бағалау критерийі | критерий оценивания | assessment criterion
дескриптор | дескриптор | descriptor
қалыптастырушы бағалау; ҚБ | формативное оценивание; ФО | formative assessment
бөлім бойынша жиынтық бағалау; БЖБ | суммативное оценивание за раздел; СОР | unit summative assessment
тоқсандық жиынтық бағалау; ТЖБ | суммативное оценивание за четверть; СОЧ | term summative assessment
саралау | дифференциация | differentiation
сабақ кезеңі | этап урока | lesson stage
рефлексия | рефлексия | reflection
ресурстар | ресурсы | resources
сынып | класс | grade
пән | предмет | subject
тоқсан | четверть | quarter
оқу жылы | учебный год | academic year
мектеп | школа | school
жалпы орта білім беретін мектеп | общеобразовательная школа | general secondary school
негізгі мектеп | основная школа | basic school
бастауыш мектеп | начальная школа | primary school
шағын жинақталған мектеп; ШЖМ | малокомплектная школа; МКШ | ungraded small school
біріктірілген сынып | совмещённый класс | multigrade class
тірек мектеп; ресурстық орталық | опорная школа; ресурсный центр | support school
магниттік мектеп | магнитная школа | satellite school
лицей | лицей | lyceum
гимназия | гимназия | gymnasium
оқыту тілі | язык обучения | language of instruction
аралас мектеп | смешанная школа | mixed-language school
облыс | область | region
аудан | район | district
ауылдық округ | сельский округ | rural district
аудан бойынша білім бөлімі | отдел образования по району | district education department
облыстың білім басқармасы | управление образования области | regional education department
Оқу-ағарту министрлігі | Министерство просвещения | Ministry of Education
мұғалім | учитель | teacher
мектеп директоры | директор школы | school leader
директордың оқу ісі жөніндегі орынбасары | заместитель директора по учебной работе; завуч | deputy head for teaching
басқару командасы | управленческая команда | management team
сынып жетекшісі | классный руководитель | class teacher
әдістемелік бірлестік | методическое объединение | method association
педагогикалық кеңес | педагогический совет | pedagogical council
ата-ана | родитель | parent
заңды өкіл | законный представитель | legal guardian
ата-аналар комитеті | родительский комитет | parent committee
ата-аналар жиналысы | родительское собрание | parents' meeting
қамқоршылық кеңес | попечительский совет | board of trustees
оқушы; білім алушы | ученик; обучающийся | pupil; student
тренер | тренер | trainer
тәлімгер | наставник | mentor
тәлімгерлік | наставничество | mentoring
фасилитатор | фасилитатор | facilitator
талқылау | обсуждение | discussion
бейімделген нұсқа | адаптация | adaptation
сабақты зерттеу; Lesson Study | исследование урока; Lesson Study | lesson study
іс-әрекеттегі зерттеу | исследование в действии | action research
зерттеу сабағы | исследовательский урок | research lesson
өзара сабаққа қатысу | взаимопосещение уроков | peer observation
бақылау парағы | лист наблюдения | observation sheet
кері байланыс | обратная связь | feedback
кәсіби оқу қауымдастығы | профессиональное обучающееся сообщество | professional learning community
біліктілікті арттыру курсы | курс повышения квалификации | professional development course
академиялық сағат | академические часы | academic hours
шеберлік сағаты; мастер-класс | мастер-класс | workshop
семинар | семинар | seminar
практикум | практикум | practicum
вебинар | вебинар | webinar
сертификат | сертификат | certificate
педагогті аттестаттау | аттестация педагога | attestation
біліктілік санаты | квалификационная категория | qualification category
педагогтің білімін бағалау; ПББ | оценка знаний педагога; ОЗП | teacher knowledge assessment
педагог-модератор | педагог-модератор | pedagogue-moderator
педагог-сарапшы | педагог-эксперт | pedagogue-expert
педагог-зерттеуші | педагог-исследователь | pedagogue-researcher
педагог-шебер | педагог-мастер | pedagogue-master
портфолио | портфолио | portfolio
олимпиада | олимпиада | olympiad
шәкіртақы; грант | стипендия; грант | scholarship; grant
функционалдық сауаттылық | функциональная грамотность | functional literacy
цифрлық дағдылар | цифровые навыки | digital skills
цифрлық ресурс | цифровой ресурс | digital resource
инклюзивті білім беру | инклюзивное образование | inclusive education
ерекше білім беру қажеттіліктері; ЕБҚ | особые образовательные потребности; ООП | special educational needs
жұптық жұмыс | парная работа; работа в парах | pair work
топтық жұмыс | групповая работа; работа в группах | group work
жеке жұмыс | индивидуальная работа | individual work
өзін-өзі бағалау | самооценивание; самооценка | self-assessment
өзара бағалау | взаимооценивание | peer assessment
шығу парағы | выходной билет; лист выхода | exit ticket; exit slip
жауап кілті | ключ ответов | answer key
үй тапсырмасы | домашнее задание | homework
тапсырма | задание | task; assignment
оқулық | учебник | textbook
дәптер | тетрадь | notebook; exercise book
тақта | доска | board; blackboard
таратпа материал | раздаточный материал | handout
сыныптас | одноклассник | classmate
ой қозғау | мозговой штурм | brainstorming
ұлттық ойын | национальная игра | traditional game
мәтін | текст | text
сөйлем | предложение | sentence
буын | слог | syllable
сөздік қор | словарный запас | vocabulary
шығарма | сочинение | essay; composition
мазмұндама | изложение | retelling
оқу жылдамдығы | скорость чтения | reading speed
бөлшек | дробь | fraction
бөлшектің алымы | числитель | numerator
бөлшектің бөлімі | знаменатель | denominator
пайыз | процент | percent; percentage
теңдеу | уравнение | equation
квадрат теңдеу | квадратное уравнение | quadratic equation
сызықтық функция | линейная функция | linear function
орташа мән | среднее значение | mean
үшбұрыш | треугольник | triangle
шеңбер | окружность | circle
аудан | площадь | area
көлем | объём | volume
ұзындық | длина | length
биіктік | высота | height
симметрия | симметрия | symmetry
қате | ошибка | mistake; error
тығыздық | плотность | density
жылу өткізгіштік | теплопроводность | thermal conductivity
еркін түсу | свободное падение | free fall
жылдамдық | скорость | speed; velocity
үдеу | ускорение | acceleration
қышқыл | кислота | acid
сілті | щёлочь | alkali
ерітінді | раствор | solution
индикатор | индикатор | indicator
судың кермектігі | жёсткость воды | water hardness
тамыр соғуы | пульс | pulse
өсімдік | растение | plant
ауа райы | погода | weather
жел бағыты | направление ветра | wind direction
тасқын | паводок | flood
жер-су атаулары | топонимы | place names
дереккөз | источник | source
тың игеру | освоение целины | Virgin Lands campaign
өлшем бірлігі | единица измерения | unit of measurement
өлшеу | измерение | measuring; measurement
алгоритм | алгоритм | algorithm
бағдарлама | программа | program
кесте | таблица | table
диаграмма | диаграмма | diagram; chart
тәжірибелік жұмыс | практическая работа | practical work
зертханалық жұмыс | лабораторная работа | laboratory work
бақылау | наблюдение | observation
болжам | гипотеза | hypothesis
қорытынды | вывод | conclusion
ою-өрнек | орнамент | ornament
киіз үй | юрта | yurt
`

/** One thing by all its names. */
export type Term = Record<Locale, readonly string[]>

const namesIn = (cell = '') => cell.split(';').map((name) => name.trim())

/** A line for each thing. */
export const readTerms = (lines: string): Term[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [kk, ru, en] = line.split('|').map(namesIn)
      return { kk: kk ?? [], ru: ru ?? [], en: en ?? [] }
    })

export const GLOSSARY: readonly Term[] = readTerms(LINES)
