/**
 * What lessons are about, in three languages, as `glossary.ts` writes them: `kk | ru | en`, several names of one thing parted by a semicolon. A
 * question in one language finds texts in the others by them. A name is known in any form, so the base form is enough; a name that means
 * two things does not belong here. What is in the glossary, too, has further names here.
 */
import { readTerms } from './glossary.ts'

const LINES = `
тәжірибе | практика | practice
сабақ | урок | lesson
ашық сабақ | открытый урок | open lesson
қысқа мерзімді жоспар; сабақ жоспары | краткосрочный план; план урока | lesson plan; short-term plan
оқу мақсаты | цель обучения | learning objective
бағалау | оценивание; оценка | assessment; evaluation
қалыптастырушы бағалау | формативное оценивание | formative assessment
критерий | критерий | criterion
дескриптор | дескриптор | descriptor
саралау; саралап оқыту | дифференциация | differentiation
рефлексия; кері ой | рефлексия | reflection
кері байланыс | обратная связь | feedback
мектеп | школа | school
бастауыш мектеп | начальная школа; начальные классы | primary school
шағын жинақталған мектеп; шағын жинақты мектеп | малокомплектная школа | small school; ungraded school
біріктірілген сынып; аралас сынып | совмещенный класс; малокомплектный класс; малокомплектная школа | multigrade; multigrade class; combined class; mixed grade
сынып | класс | classroom; grade; class
ауыл | село; деревня; сельский | village; rural
мұғалім | учитель | teacher
оқушы | ученик; школьник; учащийся | pupil; student; learner
ата-ана | родитель | parent
ата-аналар жиналысы | родительское собрание | parents meeting
талқылау; пікірталас; әңгіме | дискуссия; обсуждение | discussion
пікірсайыс; пікірталас; дебат | дебаты; спор | debate
пікір | мнение | opinion
дәлел; аргумент | аргумент; довод | argument
сұрақ | вопрос | question
жауап | ответ | answer
үй тапсырмасы | домашнее задание | homework
тапсырма; жаттығу | задание; упражнение | task; assignment; exercise
шығу парағы; шығу билеті | выходной билет; билет на выход | exit ticket; exit slip
қате | ошибка | mistake; error
топтық жұмыс | групповая работа; работа в группах | group work
жұптық жұмыс | работа в парах | pair work
өзара оқыту | взаимообучение | peer teaching
жоба | проект | project
зерттеу | исследование | research; inquiry; investigation
тәжірибе; эксперимент | опыт; эксперимент | experiment
бақылау | наблюдение | observation; observe
рөлдік ойын | ролевая игра | role play; role-play
ойын | игра | game
үстел ойыны | настольная игра | board game
ұлттық ойын; дәстүрлі ойын | национальная игра; казахская игра; народная игра | traditional game; national game
асық | асык; асыки | asyk; asyks; knucklebones
тоғызқұмалақ; тоғыз құмалақ | тогызкумалак; тогыз кумалак | togyzqumalaq; toguz kumalak
қимыл; қозғалыс | движение | movement; physical activity
дене шынықтыру; спорт | физкультура; физическая культура; спорт | physical education; sport
оқу; оқылым | чтение | reading
дауыстап оқу | чтение вслух | reading aloud
жазу; жазылым | письмо | writing
сөйлеу; сөйлесу; диалог | говорение; разговор; диалог | speaking; conversation; dialogue
тыңдалым | аудирование | listening
диктант | диктант | dictation
эссе; шығарма | эссе; сочинение | essay; composition
мазмұндау | пересказ; изложение | retelling
сөздік қор; сөз | лексика; слова | vocabulary; words
грамматика | грамматика | grammar
әріп | буква | letter
дыбыс | звук | sound
мәтін | текст | text
әңгіме; ертегі | рассказ; сказка | story; tale
өлең | стихотворение; стихи | poem; poetry
кітап | книга | book
кітапхана | библиотека | library
әдебиет | литература | literature
кейіпкер | герой; персонаж | hero; character
сұхбат | интервью | interview
жаңалық | новости | news
газет | газета | newspaper
подкаст | подкаст | podcast
тіл | язык | language
ағылшын | английский | english
қазақ | казахский | kazakh
орыс | русский | russian
аударма | перевод | translation
мәдениет | культура | culture
дәстүр; салт | традиция; обычай | tradition; custom
тарих | история | history
дереккөз; тарихи дерек | исторический источник | historical source; source
шежіре; жеті ата; ата-баба | родословная; шежире; предки; семь предков | family tree; genealogy; ancestors; seven forefathers
ес; жады | память | memory
қуғын-сүргін; репрессия | репрессия; репрессии | repression; repressions
тың; тың игеру | целина; освоение целины | virgin lands
соғыс | война | war
хандық | ханство | khanate
дала | степь | steppe
киіз үй | юрта | yurt; felt tent
киіз | войлок | felt
ою; өрнек; ою-өрнек | орнамент; узор | ornament; pattern
симметрия | симметрия | symmetry
сурет | рисунок; картина | drawing; picture
фото; фотосурет | фото; фотография | photo; photograph
бейне; видео | видео; съемка | video; film
баяу түсірілім | замедленная съемка | slow motion
музыка | музыка | music
ән | песня | song
күй | кюй | kui; kyui
домбыра | домбра | dombra
ырғақ | ритм | rhythm
қолөнер | рукоделие; ремесло | craft; handicraft
математика | математика | mathematics; math; maths
алгебра | алгебра | algebra
геометрия | геометрия | geometry
сан | число | number
қосу | сложение | addition
азайту; алу | вычитание | subtraction
көбейту | умножение | multiplication
көбейту кестесі | таблица умножения | multiplication table
бөлу | деление | division
қалдық | остаток | remainder
бөлшек | дробь | fraction
ондық бөлшек | десятичная дробь | decimal
пайыз; процент | процент | percent; percentage
қатынас; пропорция | отношение; пропорция | ratio; proportion
теңдеу | уравнение | equation
квадрат теңдеу | квадратное уравнение | quadratic equation
теңсіздік | неравенство | inequality
функция | функция | function
сызықтық функция | линейная функция | linear function
график | график | graph; chart
диаграмма | диаграмма | diagram
кесте; электрондық кесте | таблица; электронная таблица | table; spreadsheet
координата | координата | coordinate
аудан | площадь | area
периметр | периметр | perimeter
көлем | объем | volume
бұрыш | угол | angle
үшбұрыш | треугольник | triangle
ұқсастық | подобие | similarity
шеңбер; дөңгелек | круг; окружность | circle
биіктік | высота | height
ұзындық | длина | length
қашықтық | расстояние | distance
көлеңке | тень | shadow
мұнара | башня | tower
өлшеу | измерение; измерять | measurement; measuring; measure
статистика | статистика | statistics
орташа; орташа мән | среднее; среднее значение | average; mean
сауалнама | опрос; анкета | survey; questionnaire
ықтималдық | вероятность | probability
дерек; деректер | данные | data
ауызша есеп | устный счет | mental arithmetic
есеп; мәселе | задача; проблема | word problem; problem
салыстыру | сравнение; сравнивать | comparison; compare; comparing
ақша | деньги | money
баға | цена | price
дүкен | магазин | shop; store
чек; түбіртек | чек; квитанция | receipt; bill; check
бюджет | бюджет | budget
қаржылық сауаттылық | финансовая грамотность | financial literacy
электр; жарық | электричество; электроэнергия; свет | electricity
үнемдеу | экономия | saving
информатика | информатика | computer science; informatics
компьютер | компьютер | computer
ноутбук | ноутбук | laptop
телефон; смартфон | телефон; смартфон | phone; smartphone
интернет | интернет | internet
компьютерсіз | без компьютера; без компьютеров | unplugged; without computers; no computer
бағдарламалау | программирование | programming; coding
алгоритм | алгоритм | algorithm
робот | робот | robot
python; питон | python; питон | python
цикл | цикл | loop
цифрлық сауаттылық | цифровая грамотность | digital literacy
интернет қауіпсіздігі | безопасность в интернете | online safety
жасанды интеллект | искусственный интеллект | artificial intelligence
жаратылыстану | естествознание | science
физика | физика | physics
химия | химия | chemistry
биология | биология | biology
география | география | geography
тығыздық | плотность | density
масса | масса | mass
салмақ | вес | weight
күш | сила | force
жылдамдық | скорость | speed; velocity
үдеу | ускорение | acceleration
еркін түсу; еркін құлау | свободное падение | free fall; freefall
қысым | давление | pressure
энергия | энергия | energy
жылу | тепло; теплота | heat
жылу өткізгіштік | теплопроводность | heat conduction; thermal conductivity
жылу оқшаулау | теплоизоляция; утепление | insulation
температура | температура | temperature
жарық | свет | light
электр тізбегі | электрическая цепь | electric circuit
магнит | магнит | magnet
қышқыл | кислота | acid
негіз; сілті | основание; щелочь | base; alkali
индикатор | индикатор | indicator
тұз | соль | salt
ерітінді | раствор | solution
реакция | реакция | reaction
судың кермектігі; кермек су; кермектік | жесткость воды; жесткость | hardness; hard water; water hardness
сабын | мыло | soap
су | вода | water
мұз | лед | ice
қар | снег | snow
ауа | воздух | air
топырақ | почва | soil
өсімдік | растение | plant
түр | вид растений | species
жануар | животное | animal
құс | птица | bird
жәндік | насекомое | insect
мал | скот | livestock
жасуша | клетка | cell
жүрек | сердце | heart
тамыр соғу; пульс | пульс | pulse; heartbeat
денсаулық | здоровье | health
тамақ; тамақтану | питание; еда | food; nutrition
экология; қоршаған орта | экология; окружающая среда | ecology; environment
табиғат | природа | nature
ауа райы | погода | weather
күнделік | дневник | diary; journal
климат | климат | climate
жел | ветер | wind
жел бағдары; жел розасы | роза ветров | wind rose
боран | буран; метель | blizzard; snowstorm
су тасқыны; тасқын | паводок; наводнение | flood; flooding
еріген су | талая вода | meltwater; snowmelt
көктем | весна | spring
қыс | зима | winter
өзен | река | river
жер бедері; рельеф | рельеф | relief
карта | карта | map
жер-су атауы; топоним | топоним; географическое название | place name; place names; toponym
нан | хлеб; лепешка | bread
дос | друг; напарник | friend; buddy; buddies
кіші сынып; кіші оқушы | младшие школьники | younger pupils; younger children
жоғары сынып | старшеклассники | older pupils; senior pupils
инклюзия; инклюзивті білім беру | инклюзия; инклюзивное образование | inclusion; inclusive education
ерекше қажеттілік; ерекше білім беру қажеттілігі | особые образовательные потребности; особые потребности | special needs; special educational needs
аутизм | аутизм | autism
көрнекі кесте; суретті кесте | визуальное расписание | visual schedule; picture schedule
сабақ кестесі; күн тәртібі | расписание | schedule; timetable
мінез-құлық | поведение | behaviour; behavior
буллинг; қорлау | буллинг; травля | bullying
эмоция; сезім | эмоция; чувство | emotion; feeling
уәж; мотивация | мотивация | motivation
достық | дружба | friendship
ынтымақтастық; бірлескен жұмыс | сотрудничество; командная работа | cooperation; teamwork
сынып сағаты | классный час | class hour; homeroom
функционалдық сауаттылық | функциональная грамотность | functional literacy
оқу сауаттылығы | читательская грамотность | reading literacy
сыни ойлау | критическое мышление | critical thinking
шығармашылық | творчество | creativity
карточка | карточка | card
постер | постер; плакат | poster
үнсіз | молчаливый; молча | silent
деңгей | уровень | level
станция | станция | station; learning stations
джигсо | джигсо; пила | jigsaw
ой картасы | интеллект-карта; ментальная карта | mind map
мұражай | музей | museum
саяхат; экскурсия; далалық жұмыс | экскурсия; выезд; работа на местности | excursion; field trip; fieldwork
үйірме | кружок | club
олимпиада | олимпиада | olympiad
сайыс; жарыс | соревнование; конкурс | competition; contest
асүй; асхана | кухня | kitchen
үй | дом | home; house
отбасы | семья | family
балалар; бала | дети; ребенок | children
уақыт | время | time
минут | минута | minute
қағаз | бумага | paper
түс | цвет | colour; color
`

export const LESSON_TERMS = readTerms(LINES)
