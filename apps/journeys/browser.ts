import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { LaunchOptions } from '@playwright/test'

const SYSTEM_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * A Chromium of the machine's own (CHROMIUM_PATH, or where systems keep it), or else the one that npm brought (Linux x64);
 * CHROMIUM_PATH=npm asks for that one even where the machine has its own.
 */
export async function chromiumLaunch(): Promise<LaunchOptions> {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen && chosen !== 'npm' && !existsSync(chosen)) {
    throw new Error(`CHROMIUM_PATH names ${chosen}, and there is nothing there.`)
  }
  const own = chosen || SYSTEM_PLACES.find((place) => existsSync(place))
  // Chromium will not start sandboxed as root, which is what a build machine usually is.
  if (own && own !== 'npm') return { executablePath: own, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] }

  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The journeys need Chromium: install it, or say where it is with CHROMIUM_PATH.')
  }
  const home = await unpacked()
  // It comes without the helper that a sandbox needs, and visits nothing but our own server.
  return {
    executablePath: join(home, 'chromium'),
    args: ['--no-sandbox'],
    env: { ...process.env, ...surroundings(home) },
  }
}

/** The browser's own libraries and fonts, so that a bare machine needs nothing installed and text has the same width everywhere. */
const surroundings = (home: string) => ({
  LD_LIBRARY_PATH: [join(home, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  FONTCONFIG_PATH: join(home, 'fonts'),
})

/**
 * Unpacks once per version of the package, under another name first: of two processes that begin together one would else start
 * the half-written browser of the other.
 * @NOTE The package's own list of arguments is not taken: it turns web security off, and the journeys are there to see it hold.
 */
async function unpacked(): Promise<string> {
  const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
  const { version } = JSON.parse(await readFile(join(dirname(entry), '..', 'package.json'), 'utf8')) as {
    version: string
  }
  const home = join(tmpdir(), `academy-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(join(home, 'chromium'))) return home

  const half = await mkdtemp(`${home}-`)
  await unpackInto(half)
  await writeFile(join(half, 'fonts', 'fonts.conf'), fontsConf(home))
  try {
    await rename(half, home)
  } catch (error) {
    await rm(half, { recursive: true, force: true })
    if (!existsSync(join(home, 'chromium'))) throw error
  }
  return home
}

/** The package takes its directions from the environment only (where to unpack, to bring its libraries along), and changes it: a process apart. */
async function unpackInto(folder: string): Promise<void> {
  const script = `await (await import(${JSON.stringify(import.meta.resolve('@sparticuz/chromium'))})).default.executablePath()`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' },
  })
}

/** The package's own file looks for fonts in places that only its cloud has: without this one every text is blank. */
const fontsConf = (home: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(home, 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
  ${['sans-serif', 'system-ui']
    .map(
      (family) => `<match target="pattern">
    <test name="family" qual="any"><string>${family}</string></test>
    <edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit>
  </match>`,
    )
    .join('\n  ')}
</fontconfig>
`
