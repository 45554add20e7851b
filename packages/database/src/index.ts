export { backup, integrityCheck } from './backup.ts'
export * from './dialect.ts'
export { isUniqueViolation } from './errors.ts'
export { getMeta, setMeta } from './meta.ts'
export { DatabaseMismatch } from './migrations.ts'
export { DEFAULT_URL, type OpenOptions, openStore, schemaVersion } from './open.ts'
export { type Params, prepared, row } from './prepared.ts'
export {
  countDocuments,
  countTags,
  dropDocument,
  findDocuments,
  putDocument,
  type Search,
  type SearchDocument,
  type Shelf,
  type Wanted,
} from './search.ts'
export { type Db, EscapedQuery, oneAtATime, rows, type Store, StoreClosed, StrayWait } from './store.ts'
export * from './tables.ts'
