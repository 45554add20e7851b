import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const br = promisify(brotliCompress)
const gz = promisify(gzip)
const TEXT = /\.(js|css|svg|html|json|webmanifest)$/

/** Every text file also as .br and .gz, as small as they get: packed once here instead of at each visit. */
export function precompress(): Plugin {
  let folder = ''
  return {
    name: 'academy:precompress',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      folder = join(config.root, config.build.outDir)
    },
    closeBundle: {
      // After the service worker is written, which is in another plugin's closeBundle.
      order: 'post',
      sequential: true,
      async handler() {
        const files = await readdir(folder, { recursive: true, withFileTypes: true })
        for (const file of files) {
          if (!file.isFile() || !TEXT.test(file.name)) continue
          const path = join(file.parentPath, file.name)
          const text = await readFile(path)
          const packed = await br(text, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
              [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
            },
          })
          await writeFile(`${path}.br`, packed)
          await writeFile(`${path}.gz`, await gz(text, { level: constants.Z_BEST_COMPRESSION }))
        }
      },
    },
  }
}
