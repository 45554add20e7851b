export { type Academy, openAcademy } from './academy.ts'
export { freshDatabase } from './database.ts'
export type { Person } from './person.ts'
