// Every room's tables, for the migrations.
export * from '@academy/database/tables'
