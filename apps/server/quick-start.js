import { enableCompileCache } from 'node:module'
import '@academy/database/quick-imports'

// What was compiled, and the types taken off, is kept between starts.
enableCompileCache()
