import { ICONS } from './icons.ts'

export type IconName = keyof typeof ICONS

/** Always beside a word; where it stands alone, its button carries the name. */
export const Icon = (props: { name: IconName }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={props.name === 'horn' ? 'mark' : undefined}>
    <path d={ICONS[props.name]} />
  </svg>
)
