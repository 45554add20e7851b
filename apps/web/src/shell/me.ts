import type { Member } from '@academy/contract'
import { createSignal } from 'solid-js'
import { takeFirst } from './first-data.ts'

/** Who sits here: a member, null when nobody has signed in, undefined while it is not known (opened without a line). */
const [me, setMe] = createSignal<Member | null | undefined>(takeFirst<Member | null>('me'))

export { me, setMe }
