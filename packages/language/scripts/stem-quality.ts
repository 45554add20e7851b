/** `node packages/language/scripts/stem-quality.ts`: how well the Kazakh stemmer does, and what it misses where that may be looked at. */
import { lazy } from '../src/fold.ts'
import { kazakhStemmer } from '../src/kazakh-stem.ts'
import * as data from '../src/testdata/kazakh-words.ts'

const full = kazakhStemmer()
const noKeys = kazakhStemmer({ lazy: true })

function say(name: string, { forms, found, share, missed }: data.Recall, show: boolean): void {
  console.log(`${name}: ${found} of ${forms} (${(share * 100).toFixed(1)} %)`)
  if (show && missed.length > 0) console.log(`  ${missed.join('; ')}`)
}

say('development, as shipped', data.recall(full, data.DEVELOPMENT), true)
say('development, roots unknown', data.recall(data.notKnowing(data.DEVELOPMENT), data.DEVELOPMENT), true)
say('held out, as shipped', data.recall(full, data.HELD_OUT), false)
say('held out, roots unknown', data.recall(data.notKnowing(data.HELD_OUT), data.HELD_OUT), false)
say('unseen words', data.recall(full, data.UNSEEN), false)
say('verb forms, as shipped', data.recall(full, data.VERB_FORMS), true)
say('verb forms, verbs unknown', data.recall(data.notKnowing(data.VERB_FORMS), data.VERB_FORMS), true)
say('held out, lazy keyboard', data.recall(noKeys, data.HELD_OUT, lazy), false)
say('unseen words, lazy keyboard', data.recall(noKeys, data.UNSEEN, lazy), false)
for (const [name, wrong] of [
  ['as shipped', data.merged(full)],
  ['knowing no word', data.merged(data.knowingNothing())],
  ['lazy keyboard', data.merged(noKeys, lazy)],
] as const)
  console.log(`different words merged, ${name}: ${wrong.length} of ${data.PAIRS.length} ${wrong.join(', ')}`)
