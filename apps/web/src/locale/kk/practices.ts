export const practices = {
  title: 'Тәжірибелер',
  practice: 'Тәжірибе',
  write: 'Тәжірибе бөлісу',
  none: 'Мұндай тәжірибе әлі жоқ. Бір сүзгіні алып көріңіз.',
}
