import { directory } from '@heng/directory/contract'
import { messages } from '@heng/directory/locales'
import { messages as operations } from '@heng/operations/locales'
import { fill, locales, type Locale } from '@heng/contract'
import { messages as kit } from '@heng/web-kit/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import { caller } from '../support/caller.ts'
import type { Colleague, Company } from '../support/company.ts'
import { owner } from '../support/people.ts'
import type { Visit } from '../support/stage.ts'

// A forgotten password without a mail server, and a token for programs.
describe.each<Locale>(locales)('means of signing in, in %s', (locale) => {
  let company: Company
  let manager: Visit
  let colleague: Colleague
  const org = 'hengyue'
  const t = messages[locale].pages
  beforeAll(async () => {
    company = await begin('sample', locale)
    manager = company.manager.visit
    colleague = await company.colleague('deng.chao@hengyue.example', [])
  })
  afterAll(() => company.stage.close())

  it('leads from the forgotten password over the administrator to a new one', async () => {
    const lost = await company.stage.open(locale, { narrow: true, dark: true })
    await lost.go('/sign-in')
    await lost.page.getByRole('link', { name: t.signIn.forgot }).click()
    await lost.page.getByText(t.reset.noMailAbout).waitFor()
    await lost.picture('13-forgotten')
    expect(await axeFindings(lost.page)).toEqual([])

    const { page } = manager
    await manager.go(`/o/${org}/people/${colleague.personId}`)
    await page.getByRole('button', { name: t.people.reset }).click()
    const ask = page.getByRole('dialog')
    await ask.getByRole('textbox').fill('忘记密码，已当面核实')
    await manager.picture('13-reset-ask')
    await ask.getByRole('button', { name: t.people.reset }).click()
    const link = await page.getByLabel(t.people.resetLink).inputValue()
    await manager.picture('13-reset-link')
    expect(await axeFindings(page)).toEqual([])

    await lost.go(new URL(link).pathname)
    await lost.page.getByText('deng.chao@hengyue.example').waitFor()
    await lost.page.getByLabel(t.reset.newPassword, { exact: true }).fill('harbour-violet-thunder-63')
    await lost.picture('13-new-password')
    expect(await axeFindings(lost.page)).toEqual([])
    await lost.page.getByRole('button', { name: t.reset.save }).click()
    await lost.page.waitForURL(`**/o/${org}**`)
    await colleague.visit.go(`/o/${org}`)
    await colleague.visit.page.waitForURL('**/sign-in**')
    await lost.go(new URL(link).pathname)
    await lost.page.getByRole('heading', { name: t.reset.invalidTitle }).waitFor()
    expect([...lost.complaints, ...manager.complaints]).toEqual([])
  })

  it('makes a token that works, shows its use, and ends', async () => {
    const { page } = manager
    await manager.go('/account')
    const section = page.getByRole('region', { name: t.apiTokens.title })
    await section.getByRole('button', { name: t.apiTokens.add }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(t.apiTokens.name, { exact: true }).fill('CMDB')
    await dialog.getByLabel(t.apiTokens.password, { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await dialog.getByText(messages[locale].errors['password.wrong']).first().waitFor()
    await manager.picture('13-token-ask')
    await dialog.getByLabel(t.apiTokens.password, { exact: true }).fill(owner.password)
    await page.keyboard.press('Enter')
    const token = await page.getByLabel(t.apiTokens.token, { exact: true }).inputValue()
    await manager.picture('13-token')
    expect(await axeFindings(page)).toEqual([])
    await dialog.getByRole('button', { name: t.apiTokens.kept }).click()
    const use = async () => (await fetch(`${company.stage.server.url}/api/v1/orgs/${org}/units`, { headers: { authorization: `Bearer ${token}` } })).status
    expect(await use()).toBe(200)
    await manager.go('/account')
    await section.scrollIntoViewIfNeeded()
    await manager.picture('13-tokens')
    expect(await section.getByText(token.slice(-4)).count()).toBe(1)
    await section.getByRole('button', { name: `${t.apiTokens.revoke}: CMDB` }).click()
    await page.getByRole('dialog').getByRole('button', { name: t.apiTokens.revoke }).click()
    await section.getByText(t.apiTokens.none).waitFor()
    expect(await use()).toBe(401)
    expect((await caller(manager, org)(directory.apiToken.list, {} as never)).items).toEqual([])
    expect(manager.complaints).toEqual([])
  })

  it('describes what programs can call, and how', async () => {
    const { page } = manager
    const words = operations[locale].interface
    await manager.go(`/o/${org}/api`)
    await page.getByRole('searchbox', { name: words.find }).fill('asset.create')
    await page.getByText(fill(words.count, { count: 1 })).waitFor()
    await page.locator('.op-operation > summary').press('Enter')
    await page.getByText('Idempotency-Key').waitFor()
    await page.getByText(`/api/v1/orgs/${org}/assets'`).waitFor()
    await manager.picture('13-api')
    expect(await axeFindings(page)).toEqual([])
    expect(manager.complaints).toEqual([])
  })

  it('says kindly that there is no such page', async () => {
    const visit = await company.stage.open(locale)
    await visit.go('/nowhere')
    await visit.page.getByText(kit[locale].errors.notFoundText).waitFor()
  })
})
