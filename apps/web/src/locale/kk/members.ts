export const members = {
  roles: {
    teacher: 'мұғалім',
    parent: 'ата-ана',
    'school-leader': 'мектеп басшысы',
    trainer: 'тренер',
    mentor: 'тәлімгер',
    'room-moderator': 'бөлме модераторы',
    'district-officer': 'аудан маманы',
    'programme-partner': 'бағдарлама серіктесі',
    administrator: 'әкімші',
  },
}
