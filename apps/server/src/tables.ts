// Every room's tables, for the migrations.
export * from '@academy/database/tables'
export * from './live/tables.ts'
export * from './members/tables.ts'
export * from './places/tables.ts'
export * from './platform/audit/tables.ts'
export * from './platform/tables.ts'
export * from './practices/tables.ts'
