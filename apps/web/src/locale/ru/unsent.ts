import type { Words } from '../words.ts'

export const unsent = {
  title: 'Ещё не отправлено',
  why: 'Всё хранится на этом устройстве. Отправится само, когда будет связь.',
  things: {
    'live.ask': 'Вопрос',
    'live.support': 'Поддержка вопроса',
    'rooms.post': 'Сообщение',
    'rooms.start': 'Новая тема',
    'rooms.edit': 'Правка сообщения',
    'rooms.delete': 'Удаление сообщения',
    'practices.publish': 'Новая практика',
    'practices.edit': 'Правка практики',
    'practices.makeCollection': 'Новая подборка',
    'practices.editCollection': 'Правка подборки',
    'practices.shareCollection': 'Ссылка на подборку',
    'practices.deleteCollection': 'Удаление подборки',
    'practices.keepPractice': 'Практика в подборку',
    'practices.letGoPractice': 'Практика из подборки',
    'practices.movePractice': 'Порядок в подборке',
    'practices.tellTrial': 'Рассказ, как прошло',
    'practices.editTrial': 'Правка рассказа',
    'practices.seeEchoes': 'Отметка о прочтении',
    'practices.takeBackTrial': 'Отмена рассказа',
  },
  thing: 'Запись',

  adopt: 'Здесь есть написанное до входа',
  adoptWhy: 'Это ещё не отправлено. Отправить от вашего имени?',
  adoptYes: 'Отправить от моего имени',
  adoptNo: 'Удалить',
  later: 'Решить позже',
} satisfies Words['unsent']
