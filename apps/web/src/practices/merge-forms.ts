import { mergeFields } from '@academy/policy/merging'
import type { Form } from './practice-form.ts'

/** What the page keeps besides what was written, and whose name it stands in: of two of these one's own holds, nobody is asked. */
const KEPT_ALONG = ['kept', 'clashes', 'instead', 'takenFrom', 'origin', 'base', 'placeId'] as const

const writtenIn = (form: Partial<Form>): Partial<Form> => {
  const written = { ...form }
  for (const key of KEPT_ALONG) delete written[key]
  return written
}

/**
 * Two texts of one practice that began with the same: field by field, and where both wrote something else, the other's is among the
 * `clashes` until somebody has chosen. Where nobody knows what they began with, all that is not the same is to be chosen.
 */
export function mergeForms(was: Partial<Form> | undefined, mine: Form, theirs: Form): Form {
  const { merged, clashes } = mergeFields(writtenIn(was ?? {}), writtenIn(mine), writtenIn(theirs))
  const open = [...clashes, ...(mine.clashes ?? []), ...(theirs.clashes ?? [])]
  const seen = new Set<string>()
  const once = open.filter((clash) => {
    const name = JSON.stringify(clash)
    return !seen.has(name) && seen.add(name)
  })
  const takenFrom = mine.takenFrom ?? theirs.takenFrom
  // The older of the two: what came to the practice after it is put together with it once more, and changes nothing twice.
  const base = Math.min(mine.base, theirs.base)
  return { ...mine, ...merged, base, ...(takenFrom && { takenFrom }), clashes: once }
}
