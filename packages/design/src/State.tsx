import type { JSX } from 'solid-js'
import { Icon, type IconName } from './Icon.tsx'

export type StateKind = 'sent' | 'wait' | 'no'
const ICON_OF: Record<StateKind, IconName> = { sent: 'check', wait: 'clock', no: 'cross' }

/** What became of one's own thing: an icon and words, never hue alone. */
export const State = (props: { kind: StateKind; icon?: IconName | undefined; children: JSX.Element }) => (
  <p class="state" classList={{ wait: props.kind === 'wait', no: props.kind === 'no' }}>
    <Icon name={props.icon ?? ICON_OF[props.kind]} />
    <span>{props.children}</span>
  </p>
)
