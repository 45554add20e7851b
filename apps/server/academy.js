// See start.js.
import { needNode24 } from './node-guard.js'

needNode24('academy')
import('./quick-start.js').then(() => import('./src/academy.ts'))
