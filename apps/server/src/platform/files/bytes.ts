import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Id } from '@academy/contract'
import * as v from 'valibot'

export type Bytes = ReturnType<typeof openBytes>

/**
 * Files of the academy on the disk, beside the database: `files/<two letters>/<id>`, and `<id>-small` of an image. Nothing a person
 * named is ever part of a path. `files/up/` holds what is still on its way.
 */
export function openBytes(directory: string) {
  const up = join(directory, 'up')
  mkdirSync(up, { recursive: true, mode: 0o700 })

  function pathOf(id: Id, small = false): string {
    if (!v.is(Id, id)) throw new Error('not a file id')
    return join(directory, id.slice(-2), small ? `${id}-small` : id)
  }

  /** Whole or not at all, and on the disk before anybody is told that it is there. */
  async function put(id: Id, bytes: Uint8Array, small = false): Promise<void> {
    const path = pathOf(id, small)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const unfinished = join(up, `${randomUUID()}.part`)
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  }

  const drop = async (id: Id): Promise<void> => {
    await Promise.all([false, true].map((small) => rm(pathOf(id, small), { force: true })))
  }

  /** Every file there is and when it came. */
  async function* all(): AsyncGenerator<{ id: Id; at: number }> {
    for (const folder of await readdir(directory)) {
      if (folder.length !== 2 || folder === 'up') continue
      for (const name of await readdir(join(directory, folder))) {
        const id = name.replace(/-small$/, '')
        const found = v.is(Id, id) && (await stat(join(directory, folder, name)).catch(() => undefined))
        if (found) yield { id, at: found.mtimeMs }
      }
    }
  }

  return { directory, up, pathOf, put, drop, all }
}
