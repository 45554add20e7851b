import { createSignal } from 'solid-js'
import { refusalOf } from '../sync/index.ts'
import { useRefused } from './use-refused.ts'

/**
 * Why what was asked for last was not done: `[fault, setFault]`. Set with what was thrown, or with a sentence of the page's own; without
 * either it is empty again. The words follow the language, and come by themselves where the page did not bring them.
 */
export function createFault(): [fault: () => string, setFault: (thrown?: unknown) => void] {
  const refused = useRefused()
  const [thrown, setThrown] = createSignal<unknown>()
  const fault = () => {
    const what = thrown()
    return typeof what === 'string' ? what : what === undefined ? '' : refused(refusalOf(what))
  }
  return [fault, (what) => void setThrown(() => what)]
}
