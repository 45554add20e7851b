import type { BrowserContext } from '@playwright/test'

/** What went wrong in the browsers of a test, whether anybody looked or not. */
export interface Watch {
  /** Hears everything of a context. */
  over(context: BrowserContext, ownOrigin: string): Promise<void>
  /** A console error that belongs to the story, such as the 403 of a wrong password. */
  allow(what: RegExp): void
  /** What nobody allowed. */
  faults(): string[]
}

/** What Chromium itself says when there is no line; a journey that cuts it means that. */
const NO_LINE = /net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|NAME_NOT_RESOLVED|ADDRESS_UNREACHABLE)/

const cut = new WeakSet<BrowserContext>()

/** Cuts this person's line, or joins it again. */
export async function cutLine(context: BrowserContext, isCut = true): Promise<void> {
  cut.add(context)
  await context.setOffline(isCut)
}

export function createWatch(): Watch {
  const heard: string[] = []
  const allowed: RegExp[] = []

  return {
    async over(context, ownOrigin) {
      // Chromium logs most violations, but not those that are reported only; the event tells them all.
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // biome-ignore lint/suspicious/noConsole: the page's console is where this watch listens.
          console.error(
            `CSP ${event.effectiveDirective}: ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
          )
        })
      })
      context.on('console', (message) => {
        if (message.type() !== 'error') return
        if (cut.has(context) && NO_LINE.test(message.text())) return
        heard.push(`console error: ${message.text()} (${message.location().url})`)
      })
      context.on('weberror', (error) => heard.push(`page error: ${error.error().stack ?? error.error().message}`))
      context.on('request', (request) => {
        const { protocol, origin } = new URL(request.url())
        const ours = origin === ownOrigin || protocol === 'data:' || protocol === 'blob:'
        if (!ours) heard.push(`request to another origin: ${request.url()}`)
      })
      context.on('response', (response) => {
        if (response.status() >= 500) heard.push(`answer ${response.status()}: ${response.url()}`)
      })
    },
    allow: (what) => void allowed.push(what),
    faults: () => heard.filter((fault) => !allowed.some((what) => what.test(fault))),
  }
}
