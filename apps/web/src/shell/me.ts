import type { MeView } from '@academy/contract'
import { createSignal } from 'solid-js'
import { firstWho, sync } from './sync.ts'

/** Who sits here: a member, null when nobody has signed in, undefined while it is not known (opened without a line). */
const [me, setMe] = createSignal<MeView | null | undefined>(
  firstWho ? firstWho.me : sync.key === 'stranger' ? null : undefined,
)

export { me, setMe }
