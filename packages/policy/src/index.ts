export * from './live.ts'
export * from './members.ts'
export * from './places.ts'
export * from './roles.ts'
