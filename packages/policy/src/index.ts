export * from './live.ts'
export * from './roles.ts'
