export const unsent = {
  title: 'Жіберілмей тұрған жазбаларыңыз',
  why: 'Бәрі осы құрылғыда сақтаулы. Байланыс болғанда өзі жіберіледі.',
  /** What an unsent thing is, where it has no text of its own. */
  things: {
    'live.ask': 'Сұрақ',
    'live.support': 'Сұрақты қолдау',
    'rooms.post': 'Пікір',
    'rooms.start': 'Жаңа тақырып',
    'rooms.edit': 'Пікірді түзету',
    'rooms.delete': 'Пікірді жою',
    'practices.publish': 'Жаңа тәжірибе',
    'practices.edit': 'Тәжірибені түзету',
  } as Record<string, string>,
  thing: 'Жазба',

  adopt: 'Кірмей тұрып жазғандарыңыз бар',
  adoptWhy: 'Олар әлі жіберілген жоқ. Сіздің атыңыздан жіберілсін бе?',
  adoptYes: 'Менің атымнан жіберу',
  adoptNo: 'Жойып тастау',
  later: 'Кейін шешемін',
}
