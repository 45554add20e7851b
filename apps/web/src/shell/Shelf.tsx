import { Show } from 'solid-js'
import { useWords } from '../locale/locale.ts'
import { Later } from './Later.tsx'
import { toasts } from './toasts.ts'

/** Where toasts appear; fetched with the first one. */
export const Shelf = () => {
  const words = useWords('design')
  return (
    <Show when={toasts.toasts().length}>
      <Later
        load={() => import('@academy/design/Toast').then((module) => module.ToastShelf)}
        props={{
          toasts,
          get closeLabel() {
            return words().close
          },
        }}
      />
    </Show>
  )
}
