import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { writable } from './letters.ts'
import type { Sheet } from './sheet.ts'

const FONTS = join(import.meta.dirname, 'fonts')
const PAGE = { left: 42, right: 42, top: 42, bottom: 56 }
const PAD = 4
/** The widths of the run's columns: stage, teacher, pupils, assessment, resources; a column that nobody filled in is narrow. */
const COLUMNS = [13, 36, 21, 15, 15]
const EMPTY_COLUMN = 12
const GREY = '#555555'
const LINE = '#999999'
const SHADE = '#eeeeee'

type Font = 'regular' | 'bold'
interface Style {
  font: Font
  size: number
}
const BODY: Style = { font: 'regular', size: 9.5 }
const LABEL: Style = { font: 'bold', size: 9.5 }
const CELL: Style = { font: 'regular', size: 8.5 }
const HEAD: Style = { font: 'bold', size: 8.5 }
const SMALL: Style = { font: 'regular', size: 8 }
const heightOf = ({ size }: Style) => size * 1.4

interface Cell {
  text: string
  style: Style
}

/** A sheet as a PDF: A4, its own two fonts inside. It takes as long as it takes, so it is made in a worker. */
export async function drawPdf(sheet: Sheet): Promise<Uint8Array> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: PAGE,
    autoFirstPage: true,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: sheet.locale,
    displayTitle: true,
    info: { Title: sheet.title, Author: sheet.author, Creator: sheet.academy, Producer: sheet.academy },
  })
  const chunks: Uint8Array[] = []
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const ended = new Promise((resolve, reject) => doc.on('end', resolve).on('error', reject))
  for (const font of ['regular', 'bold']) doc.registerFont(font, join(FONTS, `noto-sans-${font}.ttf`))

  const width = doc.page.width - PAGE.left - PAGE.right
  const bottom = doc.page.height - PAGE.bottom
  const y = { at: PAGE.top as number }
  const turn = () => {
    doc.addPage()
    y.at = PAGE.top
  }

  const measured = new Map<string, number>()
  function widthOf(text: string, { font, size }: Style): number {
    const key = `${font} ${text}`
    let known = measured.get(key)
    if (known === undefined) {
      known = doc.font(font).fontSize(100).widthOfString(text) / 100
      measured.set(key, known)
    }
    return known * size
  }

  /** Lines of a text; a word longer than the line is broken where it must. */
  function linesOf(text: string, style: Style, most: number): string[] {
    const space = widthOf(' ', style)
    return writable(text)
      .split('\n')
      .flatMap((paragraph) => {
        const lines: string[] = []
        let line = ''
        let length = 0
        const put = (word: string, wide: number) => {
          if (line !== '' && length + space + wide > most) {
            lines.push(line)
            line = ''
            length = 0
          }
          length += (line === '' ? 0 : space) + wide
          line = line === '' ? word : `${line} ${word}`
        }
        for (const word of paragraph.split(' ').filter(Boolean)) {
          const wide = widthOf(word, style)
          if (wide <= most) put(word, wide)
          else for (const piece of piecesOf(word, style, most)) put(piece, widthOf(piece, style))
        }
        return [...lines, line]
      })
  }

  function piecesOf(word: string, style: Style, most: number): string[] {
    const pieces: string[] = []
    let piece = ''
    let length = 0
    for (const sign of word) {
      const wide = widthOf(sign, style)
      if (piece !== '' && length + wide > most) {
        pieces.push(piece)
        piece = ''
        length = 0
      }
      piece += sign
      length += wide
    }
    return [...pieces, piece]
  }

  const write = (text: string, style: Style, x: number, at: number, color = 'black') =>
    doc.font(style.font).fontSize(style.size).fillColor(color).text(text, x, at, { lineBreak: false })

  /** A text over the whole width; its first two lines stay together. */
  function say(text: string, style: Style, { before = 0, keep = 2, color = 'black' } = {}) {
    const lines = linesOf(text, style, width)
    y.at += before
    if (y.at + Math.min(keep, Math.max(lines.length, keep > 2 ? keep : 0)) * heightOf(style) > bottom) turn()
    for (const line of lines) {
      if (y.at + heightOf(style) > bottom) turn()
      write(line, style, PAGE.left, y.at, color)
      y.at += heightOf(style)
    }
  }

  /** A row of cells: what does not fit goes on upon the next page, under the head again. */
  function row(
    cells: readonly Cell[],
    widths: readonly number[],
    { head, shade = false }: { head?: () => void; shade?: boolean } = {},
  ) {
    const lines = cells.map(({ text, style }, n) => linesOf(text, style, (widths[n] ?? 0) - 2 * PAD))
    const high = Math.max(...cells.map(({ style }) => heightOf(style)))
    const all = Math.max(1, ...lines.map((it) => it.length))
    for (let done = 0; done < all; ) {
      const room = Math.floor((bottom - y.at - 2 * PAD) / high)
      if (room < Math.min(2, all - done)) {
        turn()
        head?.()
        continue
      }
      const count = Math.min(room, all - done)
      const tall = count * high + 2 * PAD
      let x = PAGE.left
      for (const [n, { style }] of cells.entries()) {
        const wide = widths[n] ?? 0
        if (shade) doc.rect(x, y.at, wide, tall).fill(SHADE)
        doc.lineWidth(0.5).strokeColor(LINE).rect(x, y.at, wide, tall).stroke()
        for (const [at, line] of (lines[n] ?? []).slice(done, done + count).entries())
          write(line, style, x + PAD, y.at + PAD + at * high)
        x += wide
      }
      y.at += tall
      done += count
    }
  }

  const pairs = (all: Sheet['facts']) => {
    const widths = [width * 0.28, width * 0.72]
    for (const { label, text } of all)
      row(
        [
          { text: label, style: LABEL },
          { text, style: BODY },
        ],
        widths,
      )
  }

  say(sheet.plan, SMALL, { color: GREY })
  say(sheet.title, { font: 'bold', size: 15 }, { before: 2 })
  if (sheet.brief) {
    say(sheet.brief.title, LABEL, { before: 4 })
    say(sheet.brief.summary, BODY)
  }
  y.at += 8
  pairs(sheet.facts)

  say(sheet.run.heading, { font: 'bold', size: 11 }, { before: 12, keep: 6 })
  y.at += 4
  const shares = sheet.run.columns.map((_, n) =>
    sheet.run.rows.some((it) => it[n]) ? (COLUMNS[n] ?? 0) : EMPTY_COLUMN,
  )
  const sum = shares.reduce((a, b) => a + b, 0)
  const widths = shares.map((share) => (width * share) / sum)
  const head = () =>
    row(
      sheet.run.columns.map((text) => ({ text, style: HEAD })),
      widths,
      { shade: true },
    )
  head()
  for (const cells of sheet.run.rows)
    row(
      cells.map((text) => ({ text, style: CELL })),
      widths,
      { head },
    )

  for (const { label, text } of sheet.parts) {
    say(label, LABEL, { before: 10, keep: 3 })
    say(text, BODY, { before: 2 })
  }
  if (sheet.needs.length) {
    y.at += 12
    pairs(sheet.needs)
  }
  if (sheet.files.names.length) {
    say(sheet.files.label, LABEL, { before: 10, keep: 3 })
    for (const name of sheet.files.names) say(`• ${name}`, BODY)
  }
  y.at += 12
  for (const line of sheet.ends) say(line, SMALL, { color: GREY })

  const { start, count } = doc.bufferedPageRange()
  for (let n = 0; n < count; n++) {
    doc.switchToPage(start + n)
    // In the margin, where no text would begin another page.
    doc.page.margins.bottom = 0
    const number = `${n + 1} / ${count}`
    const foot = doc.page.height - 36
    write(writable(sheet.academy), SMALL, PAGE.left, foot, GREY)
    write(number, SMALL, doc.page.width - PAGE.right - widthOf(number, SMALL), foot, GREY)
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}
