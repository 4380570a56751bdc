import { assets } from '@heng/assets/contract'
import { fill, type Locale } from '@heng/contract'
import { vulnerabilities } from '@heng/vulnerabilities/contract'
import { messages } from '@heng/vulnerabilities/locales'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Company } from '../support/company.ts'
import type { Visit } from '../support/stage.ts'
import { walkedIn } from '../support/walked.ts'

interface Host {
  readonly address: string
  readonly fqdn?: string
  readonly os?: string
}
/** A report as Nessus writes it. */
const nessus = (hosts: readonly Host[]): string => `<?xml version="1.0" ?>
<NessusClientData_v2><Policy><policyName>weekly</policyName></Policy><Report name="weekly">${hosts.map(({ address, fqdn, os }) => `
<ReportHost name="${address}"><HostProperties><tag name="host-ip">${address}</tag>${fqdn === undefined ? '' : `<tag name="host-fqdn">${fqdn}</tag>`}${os === undefined ? '' : `<tag name="operating-system">${os}</tag>`}</HostProperties>
<ReportItem port="22" svc_name="ssh" protocol="tcp" severity="3" pluginID="10114" pluginName="OpenSSH before 9.8 regreSSHion" pluginFamily="General"><cve>CVE-2024-6387</cve><description>A race in the signal handler.</description><solution>Update OpenSSH.</solution><risk_factor>High</risk_factor></ReportItem>
<ReportItem port="443" svc_name="www" protocol="tcp" severity="2" pluginID="51192" pluginName="SSL certificate cannot be trusted" pluginFamily="General"><description>The chain is broken.</description><solution>Buy a certificate.</solution><risk_factor>Medium</risk_factor></ReportItem>
</ReportHost>`).join('')}
</Report></NessusClientData_v2>`
const weekly = nessus([{ address: '10.9.8.7' }, { address: '10.9.8.8', fqdn: 'mes-db.hengyue.example', os: 'Linux Kernel 5.15' }, { address: '10.9.8.9', fqdn: 'printer.hengyue.example' }, { address: '10.9.8.10' }])
const sarif = JSON.stringify({
  version: '2.1.0', runs: [{ tool: { driver: { name: 'semgrep', rules: [{ id: 'sqli', shortDescription: { text: 'SQL injection' } }] } },
    results: [{ ruleId: 'sqli', level: 'error', message: { text: 'User input in a query' }, locations: [{ physicalLocation: { artifactLocation: { uri: 'src/db.ts' }, region: { startLine: 7 } } }] }] }],
})
const strange = ['Wasda,Bewertung x,Rechner y', 'Open share,High,10.9.8.11', 'Old library,Low,10.9.8.11'].join('\n')

// Journey 24: reports by drag and choice → what they came to → a broken and a strange one → targets are recognised.
describe.each<Locale>(walkedIn(24))('scan reports in %s', (locale) => {
  const t = messages[locale]
  let company: Company
  let visit: Visit
  let narrow: Visit
  beforeAll(async () => {
    company = await begin('sample', locale)
    ;({ manager: { visit } } = company)
    narrow = await visit.beside({ narrow: true, dark: true })
  })
  afterAll(() => company.stage.close())
  /** Clean for axe in both widths, and nothing reaches beyond a narrow window. */
  const looked = async (name: string): Promise<void> => {
    await visit.settle()
    await visit.page.mouse.move(4, 4)
    await visit.picture(name)
    expect(await axeFindings(visit.page), name).toEqual([])
    await narrow.go(new URL(visit.page.url()).pathname + new URL(visit.page.url()).search)
    await narrow.settle()
    await narrow.picture(name)
    expect(await axeFindings(narrow.page), `${name} narrow`).toEqual([])
    expect(await narrow.page.evaluate(() => document.documentElement.scrollWidth), `${name} fits`).toBeLessThanOrEqual(390)
  }

  it('are dragged in and chosen, and say what they came to', async () => {
    const { org, manager: { call } } = company
    const { page } = visit
    // An address that two assets have tells neither.
    for (const name of locale === 'en' ? ['ERP front end', 'Old ERP front end'] : ['ERP 前端服务器', '旧 ERP 前端服务器']) {
      const { id } = await call(assets.asset.create, { name, tier: 'component' })
      await call(assets.identity.set, { id, identifiers: [{ kind: 'ip', value: '10.9.8.7' }] })
    }
    await visit.go(`/o/${org}/vulnerability-scans`)
    await looked('24-none')
    await page.getByRole('button', { name: t.scans.takeIn.open }).first().click()
    await page.waitForURL('**/vulnerability-scans/new')
    await visit.settle()
    await page.getByText(t.scans.takeIn.more).click()
    await looked('24-take-in')
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'weekly.nessus'))
      return transfer
    }, weekly)
    await page.locator('.rec-drop').dispatchEvent('drop', { dataTransfer: dropped })
    await page.locator('input[type="file"]').setInputFiles([{ name: 'semgrep.sarif', mimeType: 'application/json', buffer: Buffer.from(sarif) }, { name: 'broken.nessus', mimeType: 'text/xml', buffer: Buffer.from(weekly.slice(0, -900)) }])
    await page.getByText(t.scans.takeIn.whole).click()
    await page.getByRole('button', { name: fill(t.scans.takeIn.start, { count: 3 }) }).click()
    await page.locator('.vs-line[data-state="done"]').nth(1).waitFor()
    await page.locator('.vs-line[data-state="failed"]').waitFor()
    await visit.settle()
    await page.mouse.move(4, 4)
    await visit.picture('24-taken')
    expect(await axeFindings(page)).toEqual([])
    expect(await page.locator('.vs-error').innerText()).toMatch(locale === 'en' ? /line \d+, column \d+/ : /第 \d+ 行第 \d+ 列/)

    await page.locator('.vs-line', { hasText: 'weekly.nessus' }).getByRole('link').first().click()
    await page.waitForURL(/vulnerability-scans\/[0-9a-f-]{36}/)
    await page.locator('.vs-figures').waitFor()
    expect(await page.locator('.vs-figures [data-name="opened"] .hg-figure').innerText()).toBe('8')
    await looked('24-scan')
    await page.getByRole('tab', { name: t.scans.scan.targetsTab }).click()
    await page.getByRole('link', { name: /mes-db/ }).waitFor()
    await visit.settle()
    await visit.picture('24-scan-targets')
    expect(await axeFindings(page)).toEqual([])
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: t.scans.scan.download }).click()])
    expect(Buffer.concat(await (await download.createReadStream()).toArray()).toString()).toBe(weekly)
    expect(visit.complaints).toEqual([])
  })

  it('that break off, or that nobody knows, say so and can be read all the same', async () => {
    const { org, manager: { call } } = company
    const { page } = visit
    const [broken] = (await call(vulnerabilities.scan.list, { filter: { state: 'failed' } })).items
    await visit.go(`/o/${org}/vulnerability-scans/${broken!.id}`)
    await page.getByRole('button', { name: t.scans.scan.partial }).waitFor()
    await looked('24-broken')
    await visit.go(`/o/${org}/vulnerability-scans/new`)
    await page.locator('input[type="file"]').setInputFiles([{ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(strange) }])
    await page.getByRole('button', { name: fill(t.scans.takeIn.start, { count: 1 }) }).click()
    await page.getByRole('link', { name: t.scans.takeIn.see }).click()
    await page.getByRole('button', { name: t.scans.scan.readTable }).waitFor()
    await looked('24-strange')
    const map = async (column: string, field: string) => {
      await page.getByRole('combobox', { name: fill(t.scans.scan.mappedAs, { column }) }).fill(field)
      await page.locator('.ant-select-item-option').filter({ visible: true, hasText: field }).first().click()
    }
    await map('Wasda', t.scans.mapped.title)
    await map('Rechner y', t.scans.mapped.host)
    await map('Bewertung x', t.scans.mapped.severity)
    await page.getByRole('button', { name: t.scans.scan.readTable }).click()
    await page.locator('.vs-figures').waitFor()
    expect(await page.locator('.vs-figures [data-name="opened"] .hg-figure').innerText()).toBe('2')
    await visit.go(`/o/${org}/vulnerability-scans`)
    await looked('24-scans')
    expect(visit.complaints).toEqual([])
  })

  it('bring targets, which are matched, entered and left out', async () => {
    const { org, manager: { call } } = company
    const { page } = visit
    const left = async () => (await call(vulnerabilities.target.list, { filter: { state: 'unmatched' } })).total
    const before = await left()
    await visit.go(`/o/${org}/scan-targets`)
    await page.getByRole('option', { name: /10\.9\.8\.7/ }).click()
    await page.getByRole('button', { name: t.targets.isThis }).nth(1).waitFor()
    await looked('24-queue')
    await page.getByRole('button', { name: t.targets.isThis }).first().click()
    await page.getByRole('option', { name: /10\.9\.8\.7/ }).waitFor({ state: 'detached' })
    await page.getByRole('option', { name: /mes-db/ }).click()
    await page.getByRole('button', { name: t.targets.enlist }).click()
    const form = page.getByRole('dialog')
    await form.getByText(t.targets.enlistHelp).waitFor()
    await visit.settle()
    await visit.picture('24-enlist')
    expect(await axeFindings(page)).toEqual([])
    await form.getByRole('button', { name: t.targets.confirmEnlist, exact: true }).click()
    await page.getByRole('option', { name: /mes-db/ }).waitFor({ state: 'detached' })
    // By keyboard: two of them, with one reason.
    await page.getByRole('option', { name: /printer/ }).click()
    await page.getByRole('listbox').focus()
    await page.keyboard.press(' ')
    await page.getByRole('option', { name: /10\.9\.8\.10/ }).locator('.vt-box').click()
    await looked('24-selected')
    await page.getByRole('button', { name: t.targets.ignore }).click()
    await page.getByRole('dialog').getByRole('textbox').fill(locale === 'en' ? 'Printers of a guest network.' : '访客网络打印机。')
    await page.getByRole('dialog').getByRole('button', { name: t.targets.ignore, exact: true }).click()
    await page.getByRole('option', { name: /printer/ }).waitFor({ state: 'detached' })
    expect(await left()).toBe(before - 4)
    await page.getByText(t.targets.all, { exact: true }).click()
    await page.waitForURL('**/scan-targets?view=all')
    await looked('24-targets')
    const [matched] = (await call(vulnerabilities.target.list, { q: '10.9.8.7' })).items
    expect(matched).toMatchObject({ state: 'matched', matchedBy: 'person', openVulnerabilities: 2 })
    await visit.go(`/o/${org}/scan-targets/${matched!.id}`)
    await page.getByText('10.9.8.7', { exact: true }).and(page.locator('code')).waitFor()
    await looked('24-target')
    expect(visit.complaints).toEqual([])
    expect(narrow.complaints).toEqual([])
  })
})
