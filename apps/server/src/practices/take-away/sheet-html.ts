import type { Sheet, SheetPair } from './sheet.ts'
import { SHEET_WORDS } from './words.ts'

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? '')

/** For a screen of any width, and for A4: the table's head stands on every sheet, a long row goes on over the page. */
export const SHEET_STYLE = `:root{color-scheme:light dark}
body{font:1rem/1.45 system-ui,sans-serif;max-width:52rem;margin:0 auto;padding:1rem}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0 1rem}
h2{font-size:1.1rem;margin:1.5rem 0 .4rem}
p{margin:.3rem 0}
.long{white-space:pre-line;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
th,td{border:1px solid #8886;padding:.35rem .5rem;text-align:left;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}
.facts th{width:30%;overflow-wrap:break-word}
@media(max-width:40rem){.facts th{width:42%;font-size:.9rem}}
.wide{overflow-x:auto}
.run{min-width:38rem;table-layout:fixed}
.run th:first-child{width:13%}
.run th:nth-child(2){width:34%}
footer{margin-top:1.5rem;font-size:.85rem;overflow-wrap:anywhere}
img{max-width:100%;height:auto}
@media print{@page{size:A4;margin:15mm}
body{font-size:10pt;max-width:none;padding:0}.screen{display:none}.wide{overflow:visible}.run{min-width:0;font-size:9pt}
thead{display:table-header-group}h2{break-after:avoid}.facts tr{break-inside:avoid}footer{font-size:8pt}}`

const langOf = ({ lang }: { lang?: string | undefined }) => (lang ? ` lang="${lang}"` : '')

const pairs = (all: readonly SheetPair[]) =>
  all.length
    ? `<table class="facts"><tbody>${all
        .map(
          (pair) => `<tr><th scope="row">${escaped(pair.label)}</th><td${langOf(pair)}>${escaped(pair.text)}</td></tr>`,
        )
        .join('')}</tbody></table>`
    : ''

/** A whole page, readable without a line and without script. `files` is what stands there for the files, as HTML. */
export function sheetHtml(sheet: Sheet, { files, hint = false }: { files?: string; hint?: boolean } = {}): string {
  const { locale, brief, run } = sheet
  const lang = sheet.lang === locale ? undefined : sheet.lang
  const listed = sheet.files.names.map((name) => `<li>${escaped(name)}</li>`).join('')
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escaped(sheet.title)} · ${escaped(sheet.academy)}</title><style>${SHEET_STYLE}</style></head><body>`,
    hint ? `<p class="screen"><small>${SHEET_WORDS[locale].howToPrint}</small></p>` : '',
    `<main><p>${escaped(sheet.plan)}</p><h1${langOf({ lang })}>${escaped(sheet.title)}</h1>`,
    brief ? `<p><b>${escaped(brief.title)}</b></p><p>${escaped(brief.summary)}</p>` : '',
    pairs(sheet.facts),
    `<h2>${escaped(run.heading)}</h2><div class="wide" tabindex="0" role="region" aria-label="${escaped(run.heading)}"><table class="run"><thead><tr>`,
    ...run.columns.map((name) => `<th scope="col">${escaped(name)}</th>`),
    `</tr></thead><tbody${langOf({ lang })}>`,
    ...run.rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`),
    '</tbody></table></div>',
    ...sheet.parts.map(
      (pair) => `<h2>${escaped(pair.label)}</h2><p class="long"${langOf(pair)}>${escaped(pair.text)}</p>`,
    ),
    pairs(sheet.needs),
    files ?? (listed ? `<h2>${escaped(sheet.files.label)}</h2><ul>${listed}</ul>` : ''),
    `</main><footer>${sheet.ends.map((line) => `<p>${escaped(line)}</p>`).join('')}</footer></body></html>`,
  ].join('')
}
