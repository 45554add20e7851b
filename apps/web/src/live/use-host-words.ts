import { createMemo } from 'solid-js'
import { useWords } from '../locale/locale.ts'

/** The words of a session and of those who hold it, as one. */
export function useHostWords() {
  const live = useWords('live')
  const hosting = useWords('hosting')
  const mine = useWords('mine')
  return createMemo(() => ({ ...live(), ...hosting(), ...mine() }))
}
