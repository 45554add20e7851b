export const places = {
  school: 'Мектеп',
  village: 'Ауыл',
  okrug: 'Ауылдық округ',
  district: 'Аудан',
  region: 'Облыс',
}
