import { createEffect, createUniqueId, type JSX, on, onCleanup, Show } from 'solid-js'
import { Icon } from './Icon.tsx'
import './sheet.css'

export interface DialogProps {
  open: boolean
  onClose: () => void
  title: JSX.Element
  /** Name of the cross. */
  closeLabel: string
  children: JSX.Element
}

/**
 * A sheet from below, on the native dialog: focus is held inside and given back by the browser.
 * Opening adds one entry to the history, so that the phone's Back closes the sheet instead of leaving the page.
 */
export const Dialog = (props: DialogProps) => {
  const id = createUniqueId()
  let element!: HTMLDialogElement
  let entry = false

  const back = () => {
    if (!entry) return
    entry = false
    // A link pressed inside has moved on already: its page must not be undone.
    if (history.state?.sheet === id) history.back()
  }
  const onBack = () => {
    if (!entry || history.state?.sheet === id) return
    entry = false
    props.onClose()
  }

  createEffect(
    on(
      () => props.open,
      (open) => {
        if (open && !element.open) {
          element.showModal()
          history.pushState({ ...history.state, sheet: id }, '')
          entry = true
          addEventListener('popstate', onBack)
        } else if (!open && element.open) element.close()
      },
    ),
  )
  const closed = () => {
    removeEventListener('popstate', onBack)
    back()
    if (props.open) props.onClose()
  }
  onCleanup(() => {
    removeEventListener('popstate', onBack)
    back()
  })

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself
    <dialog
      ref={element}
      aria-labelledby={id}
      onClose={closed}
      // A press on the ground beside the sheet; inside, the target is a child or the padding of .part.
      onClick={(event) => event.target === element && element.close()}
    >
      <Show when={props.open}>
        <div class="part">
          <header>
            <h2 id={id}>{props.title}</h2>
            <button type="button" class="btn bare" aria-label={props.closeLabel} onClick={() => element.close()}>
              <Icon name="cross" />
            </button>
          </header>
          {props.children}
        </div>
      </Show>
    </dialog>
  )
}
