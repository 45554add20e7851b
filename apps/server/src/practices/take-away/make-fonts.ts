// Makes the two fonts of the PDF anew: `node apps/server/src/practices/take-away/make-fonts.ts`. What is made stands in fonts/, with its licence.
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { LETTERS } from './letters.ts'

const source = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-sans/${file}`)
const fonts = join(import.meta.dirname, 'fonts')

for (const [name, file] of [
  ['regular', '400Regular/NotoSans_400Regular.ttf'],
  ['bold', '700Bold/NotoSans_700Bold.ttf'],
] as const) {
  const made = await subsetFont(await readFile(source(file)), LETTERS, { targetFormat: 'sfnt' })
  await writeFile(join(fonts, `noto-sans-${name}.ttf`), made)
}
await copyFile(source('LICENSE_FONT'), join(fonts, 'OFL.txt'))
