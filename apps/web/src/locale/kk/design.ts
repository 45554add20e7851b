export const design = {
  close: 'Жабу',
  letters: 'Қазақ әріптері',
  waiting: 'Жіберуді күтуде',
  sent: 'Жіберілді',
  refused: (why: string) => `Қабылданбады: ${why}`,
  kept: 'Мәтін осы құрылғыда сақталды.',
  badLine: 'Байланыс үзіліп тұр.',
  badLineWhy: 'Жаза беріңіз: бәрі осы құрылғыда сақталады.',
  noLine: 'Байланыс жоқ.',
  noLineWhy: 'Желі шыққанда өзі жіберіледі.',
  undo: 'Қайтару',
  astanaTime: 'Астана уақыты',
}
