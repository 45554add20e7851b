import type { Words } from '../words.ts'

export const rooms = {
  title: 'Комнаты',
  none: 'Комнат пока нет. Они появятся здесь, когда их откроет ваша школа или сообщество.',
} satisfies Words['rooms']
