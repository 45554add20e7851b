export { backup, integrityCheck } from './backup.ts'
export * from './dialect.ts'
export { isUniqueViolation } from './errors.ts'
export { getMeta, setMeta } from './meta.ts'
export { DatabaseMismatch } from './migrations.ts'
export { DEFAULT_URL, type OpenOptions, openStore, schemaVersion } from './open.ts'
export { type Params, prepared, row } from './prepared.ts'
export {
  type Asked,
  countDocuments,
  countTokens,
  dropDocument,
  findDocuments,
  type Hit,
  loud,
  markDocument,
  putDocument,
  putNewDocuments,
  type SearchDocument,
  type SearchKind,
  searchBytes,
  tokensFrom,
  tokensSince,
  versionsOf,
  type Wish,
} from './search.ts'
export { gatherIndex, indexAtEnd } from './search-many.ts'
export { type Db, EscapedQuery, oneAtATime, rows, type Store, StoreClosed, StrayWait } from './store.ts'
export * from './tables.ts'
