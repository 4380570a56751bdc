import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locale } from '@heng/contract'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { messages as directory } from '@heng/directory/locales'
import { launchBrowser } from './browser.ts'
import { owner } from './people.ts'
import { settling } from './settled.ts'
import { startServer, type RunningServer } from './server.ts'

const pictures = fileURLToPath(new URL('../pictures', import.meta.url))

export interface Look {
  readonly narrow?: boolean
  readonly dark?: boolean
}

export interface Stage {
  readonly server: RunningServer
  readonly browser: Browser
  /** A window of a session of its own in a language; wide and light unless said otherwise. */
  open: (locale: Locale, look?: Look) => Promise<Visit>
  close: () => Promise<void>
}

export interface Visit {
  readonly page: Page
  readonly context: BrowserContext
  readonly locale: Locale
  /** Errors in the browser's console. */
  readonly complaints: string[]
  /** Another window of the same session. */
  beside: (look: Look) => Promise<Visit>
  /** Goes to a path of the product and waits until it has loaded. */
  go: (path: string) => Promise<void>
  /** Waits until nothing loads. */
  settle: () => Promise<void>
  /** Keeps a picture under `e2e/pictures/`. */
  picture: (name: string) => Promise<void>
}

/** A server, with an empty data folder unless one is named, and a browser. */
export const setStage = async ({ dataDir }: { dataDir?: string } = {}): Promise<Stage> => {
  const [server, browser] = await Promise.all([startServer({ dataDir }), launchBrowser()])
  mkdirSync(pictures, { recursive: true })
  return {
    server,
    browser,
    open: async (locale, look) => {
      // A check in the middle of a fade would find too little contrast.
      const context = await browser.newContext({ locale, baseURL: server.url, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
      return openWindow(context, locale, look)
    },
    close: async () => {
      await browser.close()
      await server.remove()
    },
  }
}

const openWindow = async (context: BrowserContext, locale: Locale, { narrow = false, dark = false }: Look = {}): Promise<Visit> => {
  const page = await context.newPage()
  await page.setViewportSize(narrow ? { width: 390, height: 844 } : { width: 1440, height: 900 })
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // A refusal that the page shows to the user is an answer, not a complaint of the page.
    if (message.type() === 'error' && !message.text().includes('Failed to load resource')) complaints.push(message.text())
  })
  const settle = settling(page)
  return {
    page, context, locale, complaints, settle,
    beside: (look) => openWindow(context, locale, look),
    go: async (path) => {
      await page.goto(path)
      await settle()
    },
    picture: async (name) => {
      await page.screenshot({ path: join(pictures, `${name}.${locale}${narrow ? '.narrow' : ''}${dark ? '.dark' : ''}.png`) })
    },
  }
}

/** Goes through the set-up pages as the owner would and ends on the home page; answers the organisation's slug. */
export const setUp = async (visit: Visit, setupUrl: string, organisation: string): Promise<string> => {
  const t = directory[visit.locale].pages.setup
  const { page } = visit
  await visit.go(setupUrl)
  await page.getByLabel(t.name, { exact: true }).fill(owner.name)
  await page.getByLabel(t.email, { exact: true }).fill(owner.email)
  await page.getByLabel(t.password, { exact: true }).fill(owner.password)
  await page.getByLabel(t.topManagement).check()
  await page.getByRole('button', { name: t.next }).click()
  await page.getByLabel(t.organisation, { exact: true }).fill(organisation)
  await page.getByLabel(t.slug, { exact: true }).fill('hengyue')
  await page.getByRole('button', { name: t.create }).click()
  await page.waitForURL('**/o/hengyue**')
  await visit.settle()
  return 'hengyue'
}
