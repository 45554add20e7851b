import { AcademyError, type PracticeOpened } from '@academy/contract'
import { createComputed, createMemo } from 'solid-js'
import { locale } from '../locale/locale.ts'
import { createAsked } from '../shell/create-asked.ts'
import { firstKey } from '../shell/first-data.ts'
import { useSync } from '../shell/use-sync.ts'

/** A practice as the reader opens it; also without a line, once it was opened here. */
export function createPractice(id: () => string) {
  const sync = useSync()
  const input = () => ({ practiceId: id(), locale: locale() })
  const asked = createAsked<PracticeOpened>(
    createMemo(() => firstKey('practices.open', input())),
    () => sync.rpc.practices.open.query(input()),
  )
  // What is gone has a page of its own, also where the phone remembers how it was.
  createComputed(() => {
    const code = asked.fault()?.code
    if (code === 'not-found' || code === 'practices/withdrawn') throw new AcademyError(code)
  })
  return asked
}
