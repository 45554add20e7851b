export { type Academy, type AcademyOptions, openAcademy } from './academy.ts'
export { freshDatabase } from './database.ts'
export { connect, Heard, type TestSocket } from './heard.ts'
export { Person, refusalOf } from './person.ts'
