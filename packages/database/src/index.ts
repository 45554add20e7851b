export * from './dialect.ts'
export { isUniqueViolation } from './errors.ts'
export { type Params, prepared, row } from './prepared.ts'
export { type Db, EscapedQuery, rows, type Store, StrayWait } from './store.ts'
