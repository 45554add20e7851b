import { For } from 'solid-js'

export interface TabItem<Key extends string> {
  key: Key
  /** With its count inside: "Кезекте 12". */
  label: string
}

export interface TabsProps<Key extends string> {
  label: string
  items: readonly TabItem<Key>[]
  current: Key
  onPick: (key: Key) => void
  /** id of the element that shows the chosen part (give it role="tabpanel"). */
  panel: string
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** Two to four; more is a list. One of them is in the order of Tab, the arrows move along and choose. */
export const Tabs = <Key extends string>(props: TabsProps<Key>) => {
  const walk = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const step = STEPS[event.key]
    if (!step) return
    const at = props.items.findIndex((item) => item.key === props.current)
    const next = props.items[(at + step + props.items.length) % props.items.length]
    if (!next) return
    event.preventDefault()
    props.onPick(next.key)
    const tabs = event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')
    tabs[props.items.indexOf(next)]?.focus()
  }
  return (
    <div class="tabs" role="tablist" aria-label={props.label} onKeyDown={walk}>
      <For each={props.items}>
        {(item) => (
          <button
            type="button"
            role="tab"
            aria-selected={item.key === props.current}
            aria-controls={props.panel}
            tabIndex={item.key === props.current ? 0 : -1}
            onClick={() => props.onPick(item.key)}
          >
            {item.label}
          </button>
        )}
      </For>
    </div>
  )
}
