import type { Page, Request } from 'playwright-core'

/** How long a page has to stay calm, in ms: what was just answered may ask for more once it is drawn. */
const calmFor = 120

/**
 * Watches the requests of a page from now on. Answers what waits until the page has its heading and nothing is loading:
 * no skeleton, no busy region, no open request, and the browser has nothing left to do.
 */
export const settling = (page: Page): (() => Promise<void>) => {
  const open = new Set<Request>()
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  const calm = async (): Promise<boolean> => open.size === 0 && (await page.evaluate(drawn)) && open.size === 0
  return async () => {
    const deadline = Date.now() + 30_000
    for (let since = Date.now(); Date.now() - since < calmFor; await page.waitForTimeout(20)) {
      if (await calm()) continue
      if (Date.now() > deadline) throw new Error(`${page.url()} does not settle: ${[...open].map((request) => request.url()).join(' ')}`)
      since = Date.now()
    }
  }
}

// Runs in the page.
const drawn = (): Promise<boolean> =>
  new Promise((resolve) => {
    requestIdleCallback(() => resolve(document.readyState === 'complete' && document.querySelector('h1') !== null && document.querySelector('.hg-bone, [aria-busy="true"]') === null), { timeout: 2_000 })
  })
