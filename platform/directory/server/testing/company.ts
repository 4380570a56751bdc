import type { TestWorld } from '@heng/testkit'
import { directory } from '../../contract/index.ts'
import { setupToken } from '../setup/token.ts'
import { browser } from './browser.ts'

export const goodPassword = 'four unrelated green words 41'

/** A company set up as its owner would do it in the browser, with the owner signed in. */
export const foundCompany = async (world: TestWorld, slug = 'acme') => {
  const email = `owner@${slug}.example`
  await world.anonymous.call(directory.setup.create, {
    token: setupToken(),
    owner: { name: 'Olga Owner', email, password: goodPassword, topManagement: false },
    organisation: { name: 'Acme', slug, locale: 'en', timezone: 'Europe/Berlin', currency: 'EUR', riskMethod: 'gbt20984-2022' },
  })
  const page = browser(world)
  await page.signIn(email, goodPassword)
  return { email, page, api: (path: string) => `/api/v1/orgs/${slug}${path}` }
}
