import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test as base, cutLine, expect } from '../test.ts'

/** A page that does everything a page of the academy must not do. */
const PAGE = `<!doctype html><meta charset="utf-8"><title>bad</title>
<img src="https://example.org/picture.png">
<script>document.title = 'inline script ran'</script>
<script src="/bad.js"></script>`
const SCRIPT = `
console.error('something is wrong')
setTimeout(() => { throw new TypeError('nobody caught this') })
void fetch('/fault')
`

/** The same watch over a small server of bad manners instead of an academy. */
const test = base.extend<{ academy: never }>({
  academy: async ({ browserName: _ }, use) => {
    const server = createServer((request, response) => {
      if (request.url === '/fault') return void response.writeHead(500).end()
      if (request.url === '/bad.js')
        return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(SCRIPT)
      const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self'"
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy }).end(PAGE)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await use({ url: `http://127.0.0.1:${port}`, log: () => '' } as never)
    server.closeAllConnections()
    server.close()
  },
})

test('the watch hears every fault of a page, whoever looks', async ({ person, watch }) => {
  const { page, context } = await person('stranger')
  await page.goto('/')
  await expect(page).toHaveTitle('bad')
  await expect.poll(() => watch.faults().join('\n')).toContain('answer 500')

  await cutLine(context)
  await page.evaluate(() => fetch('/away').catch(() => {}))
  await cutLine(context, false)

  const faults = watch.faults()
  for (const fault of [
    /console error: something is wrong/,
    /page error: TypeError: nobody caught this/,
    /console error: CSP script-src-elem: inline/,
    /console error: CSP img-src: https:\/\/example\.org\/picture\.png/,
    /answer 500: .*\/fault/,
  ]) {
    expect(faults).toContainEqual(expect.stringMatching(fault))
  }
  expect(faults.filter((fault) => fault.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([])

  watch.allow(/./)
})

test('a request to another origin is a fault', async ({ page, watch }) => {
  await page.goto('about:blank')
  await page.evaluate(() => fetch('http://127.0.0.1:9/').catch(() => {}))
  await expect.poll(() => watch.faults()).toContainEqual('request to another origin: http://127.0.0.1:9/')
  watch.allow(/another origin|ERR_CONNECTION_REFUSED|ERR_UNSAFE_PORT/)
})

test('what nobody allowed fails the journey', async ({ page }) => {
  test.fail()
  await page.goto('/')
  await expect(page).toHaveTitle('bad')
})
