// Written so that an old Node can read it: it has to live long enough to say what is wrong.
import nodeModule from 'node:module'
import { needNode24 } from './node-guard.js'

needNode24('start')
// Compiled code is kept between starts: a third less work each time.
if (nodeModule.enableCompileCache) nodeModule.enableCompileCache()
import('./src/main.ts')
