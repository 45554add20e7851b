import type { Words } from '../words.ts'

export const shell = {
  academy: 'Сельская педагогическая академия',
  signIn: 'Войти',
  opening: 'Открывается…',
  back: 'Назад',
  again: 'Попробовать снова',
  toHome: 'На главную',

  notFoundWhy: 'Адрес написан с ошибкой, страница удалена или не открыта для вас.',
  fault: 'Страница не открылась',
  newVersion: 'Новая версия готова',
  refresh: 'Обновить',

  noLineNow: 'Нет связи. Попробуйте, когда появится сеть.',
  tooManyUntil: (when: string) => `Слишком часто. Попробуйте ${when}.`,
  refused: 'Не принято',
  editAgain: 'Поправить и отправить снова',
  retry: 'Отправить снова',
  discard: 'Удалить',
  looksLikeIin: 'Здесь 12 цифр, похожих на ИИН. Уберите их: даже отправленные, они будут скрыты.',
} satisfies Words['shell']
