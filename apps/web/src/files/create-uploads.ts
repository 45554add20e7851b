import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Sync } from '../sync/index.ts'
import { type Progress, uploadsOf } from './uploads.ts'

/** The files this person has on their way. */
export function createUploads(
  sync: Sync,
): { list: Accessor<readonly Progress[]> } & Omit<ReturnType<typeof uploadsOf>, 'list'> {
  const uploads = uploadsOf(sync)
  const [list, setList] = createSignal(uploads.list())
  onCleanup(uploads.subscribe(() => setList(uploads.list())))
  return { ...uploads, list }
}
