/** What stands on the dark band of every page; a participant's page has it drawn by the server. */
export const band = {
  /** In two lines. */
  brand: 'Ауыл педагогикалық\nакадемиясы',
  skip: 'Мазмұнға өту',
  ways: 'Негізгі бөлімдер',
  tongue: 'Тіл',
  home: 'Басты',
  practices: 'Тәжірибе',
  rooms: 'Бөлмелер',
  live: 'Эфир',
  me: 'Мен',
  /** Under every page, where the phone's own clock shows another time. */
  astana: 'Уақыт – Астана бойынша.',
  noTongue: 'Бұл тіл осы құрылғыда әлі жоқ. Желі шыққанда ауысады.',
}
