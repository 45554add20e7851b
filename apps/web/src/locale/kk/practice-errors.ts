import type { Words } from '../words.ts'

/** What is refused where one writes and reads practices, and of files: other pages do not carry it. */
export const practiceErrors: Words['practiceErrors'] = {
  'files/wrong-type': 'Мұндай файл қабылданбайды. Сурет, PDF, Word, Excel, PowerPoint, ODT немесе аудио таңдаңыз.',
  'files/not-what-it-says': 'Файлдың ішіндегісі атауына сай емес. Басқа файл таңдаңыз.',
  'files/unsafe':
    'Файлды тексеру мүмкін болмады: құпиясөзі, макросы бар немесе тым көп орын алады. Қарапайым көшірмесін сақтап, сонысын таңдаңыз.',
  'files/damaged': 'Файл бүлінген, ашылмады. Қайтадан сақтап не түсіріп көріңіз.',
  'files/too-many-pixels': 'Сурет тым үлкен. Кішірейтіп, қайта таңдаңыз.',
  'files/quota': 'Мектептің файлға бөлінген орны толды. Мектеп басшысына айтыңыз.',
  'files/not-here-yet': 'Файл әлі жүктеліп жатыр. Жеткенде өзі жіберіледі.',
  'files/gone': 'Файл жетпей қалды. Қайта таңдап, жіберіңіз.',
  'practices/withdrawn': 'Автор бұл тәжірибені қайтарып алған.',
  'practices/too-many-drafts':
    'Аяқталмаған жазба тым көп. Бұл мәтін осы құрылғыда сақтаулы: ескілерінің бірін аяқтаңыз не өшіріңіз.',
  'practices/too-many-authors': 'Бұл тәжірибені бұдан көп адам бірге жаза алмайды.',
  'practices/author-link-over': 'Бұл сілтеменің мерзімі біткен немесе ол пайдаланылған. Авторынан жаңасын сұраңыз.',
  'practices/edited-elsewhere': 'Тәжірибе басқа жерде өзгертілген. Мәтініңіз сақтаулы: екеуін салыстырыңыз.',
  'practices/translation-behind': 'Түпнұсқа өзгерген. Алдымен аударманы соған сәйкестендіріңіз.',
  'practices/translation-unfinished': 'Аударма толық емес: кейбір жері әлі аударылмаған.',
  'practices/too-many-collections': 'Жинақтарыңыздың саны шегіне жетті. Керек емесін өшіріңіз.',
  'practices/collection-full': 'Бұл жинаққа енді тәжірибе сыймайды. Жаңасын бастаңыз.',
  'practices/machine-away': 'Аударма машинасы жауап бермеді. Өзіңіз аударыңыз немесе кейінірек қайталаңыз.',
}
