import setup from './postgres-setup.ts'
import { freshDatabase } from './database.ts'
const stop = await setup()
await freshDatabase()
const t = performance.now(); for (let i = 0; i < 15; i++) { const d = await freshDatabase(); await d.drop() } console.log((performance.now() - t) / 15)
await stop?.()
