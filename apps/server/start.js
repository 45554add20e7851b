// Written so that an old Node can read it: it has to live long enough to say what is wrong.
import { needNode24 } from './node-guard.js'

needNode24('start')
import('./quick-start.js').then(() => import('./src/main.ts'))
