/** The terms a practice is given on, and taking it along. */
export const taking = {
  whoReads: 'Кім оқиды',
  visibilities: { public: 'Барлық адам', members: 'Тек академия қатысушылары' },
  inNameOf: 'Қай мектептің атынан',
  licence: 'Басқалар не істей алады',
  licences: {
    'CC-BY-4.0': 'авторын көрсетіп, кез келген мақсатта',
    'CC-BY-SA-4.0': 'авторын көрсетіп, өзгергенін де осы шартпен',
    'CC-BY-NC-4.0': 'авторын көрсетіп, табыс үшін емес',
    'CC0-1.0': 'ешбір шартсыз',
  },
}
