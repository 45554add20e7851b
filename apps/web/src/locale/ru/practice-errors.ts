import type { Words } from '../words.ts'

/** What is refused where one writes and reads practices, and of files: other pages do not carry it. */
export const practiceErrors: Words['practiceErrors'] = {
  'files/wrong-type': 'Такие файлы не принимаются. Выберите фото, PDF, Word, Excel, PowerPoint, ODT или аудио.',
  'files/not-what-it-says': 'Содержимое файла не соответствует названию. Выберите другой файл.',
  'files/unsafe':
    'Файл не удалось проверить: в нём пароль, макрос или слишком много данных. Сохраните простую копию и выберите её.',
  'files/damaged': 'Файл повреждён и не открылся. Сохраните или снимите ещё раз.',
  'files/too-many-pixels': 'Снимок слишком большой. Уменьшите его и выберите снова.',
  'files/quota': 'Место, отведённое школе для файлов, закончилось. Скажите руководителю школы.',
  'files/not-here-yet': 'Файл ещё загружается. Когда дойдёт, всё отправится само.',
  'files/gone': 'Файл не дошёл. Выберите его снова и отправьте.',
  'practices/no-pack': 'Это не файл с практикой.',
  'practices/pack-damaged': 'Файл пришёл не целиком или изменён. Скачайте его ещё раз.',
  'practices/pack-unsafe': 'Открывать этот файл небезопасно, поэтому он не открыт.',
  'practices/pack-too-new': 'Файл сделан в более новой версии академии.',
  'practices/withdrawn': 'Автор убрал эту практику.',
  'practices/too-many-drafts':
    'Слишком много незаконченного. Этот текст сохранён на устройстве: закончите или удалите что-то из прежнего.',
  'practices/too-many-authors': 'Больше людей вместе эту практику писать не может.',
  'practices/author-link-over': 'Срок этой ссылки истёк, или ею уже воспользовались. Попросите у автора новую.',
  'practices/edited-elsewhere': 'Практику изменили в другом месте. Ваш текст сохранён: сравните оба.',
  'practices/translation-behind': 'Оригинал изменился. Сначала приведите перевод в соответствие с ним.',
  'practices/translation-unfinished': 'Перевод неполный: переведено не всё.',
  'practices/too-many-collections': 'Больше подборок не завести. Удалите ненужную.',
  'practices/collection-full': 'В этой подборке больше нет места. Начните новую.',
  'practices/machine-away': 'Машина-переводчик не ответила. Переведите сами или повторите позже.',
}
