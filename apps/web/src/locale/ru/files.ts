import type { Words } from '../words.ts'

export const files = {
  attachments: 'Файлы',
  attachWhy:
    'Фото, PDF, Word, Excel, PowerPoint или аудио. Фото уменьшится прямо на телефоне, место съёмки сотрётся. Если закрыть страницу, загрузка продолжится потом.',
  attach: 'Добавить фото или файл',
  fileName: 'Название файла',
  remove: 'Убрать',
  arrived: 'Загружено',
  progress: 'Ход загрузки',
  sending: (sent: string, size: string) => `Загружается: ${sent} из ${size}`,
} satisfies Words['files']
