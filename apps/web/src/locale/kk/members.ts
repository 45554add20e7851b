export const members = {
  signIn: 'Кіру',
  signInWhy: 'Логин немесе пошта және құпиясөз керек.',
  invitation: 'Шақыру',
  me: 'Мен',
  admin: 'Басқару',
  notOpen: 'Бұл бөлім әзірге бос.',
}
