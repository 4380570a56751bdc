import type { Page } from 'playwright-core'

export interface Owner {
  readonly name: string
  readonly email: string
  readonly password: string
}
export const owner: Owner = { name: '林晓', email: 'lin.xiao@hengyue.example', password: 'quiet-river-walks-uphill-9' }

/** What everybody chooses who accepts an invitation in a journey. */
export const memberPassword = 'copper-lantern-drifts-south-4'

/** Waits until the page has its heading and nothing is loading: no skeleton, no busy region, no open request. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelector('h1') !== null && document.querySelector('.hg-bone, [aria-busy="true"]') === null)
}
