import type { PlaceBrief } from '@academy/contract'
import { inLocale } from '../locale/in-locale.ts'
import { locale, useWords } from '../locale/locale.ts'

/** A place's name in the reader's language, marked where it is part of the demo. */
export function usePlaceName(): (place: PlaceBrief) => string {
  const words = useWords('places')
  return ({ name, demo }) => `${inLocale(name, locale()).text}${demo ? ` (${words().sample})` : ''}`
}
