import type { Words } from '../words.ts'

export const members = {
  signIn: 'Войти',
  signInWhy: 'Нужны логин или почта и пароль.',
  invitation: 'Приглашение',
  me: 'Я',
  admin: 'Управление',
  notOpen: 'В этом разделе пока пусто.',
} satisfies Words['members']
