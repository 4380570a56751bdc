import { applicability } from '@heng/applicability/contract'
import { messages } from '@heng/applicability/locales'
import { controls } from '@heng/controls/contract'
import { fill, type Locale } from '@heng/contract'
import { frameworks } from '@heng/frameworks/contract'
import { risks } from '@heng/risks/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approve } from '../support/agreed.ts'
import { axeFindings } from '../support/axe.ts'
import { begin } from '../support/begin.ts'
import type { Treated } from '../support/treated.ts'
import { walkedIn } from '../support/walked.ts'

const said = {
  en: { test: 'Sample of administrator sign-ins', found: '3 of 25 sign-ins used the password alone.', worse: 'The token server was out of service.', agreed: 'As presented.', reason: 'Seen at the site visit.' },
  'zh-CN': { test: '管理员登录抽查', found: '抽查 25 次登录，其中 3 次仅使用口令。', worse: '令牌服务器停用。', agreed: '同意。', reason: '现场核查确认。' },
} as const

/** Asks until it is so: what follows from a test arrives a moment later. */
const until = async (ask: () => Promise<boolean>): Promise<void> => {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (await ask()) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('what follows from the test did not arrive')
}

// Journey 17: a test that finds deviations → the statement differs → concluded in the next version → requirements concluded → the chain, explained.
describe.each<Locale>(walkedIn(17))('from a test to the statement and the requirements in %s', (locale) => {
  let company: Treated
  let soaId: string
  let lineId: string
  let annexA: string
  const words = said[locale]

  /** The control tested today with this result. */
  const test = async (conclusion: 'partlyEffective' | 'ineffective', deviations: number, rationale: string, id?: string): Promise<string> => {
    const { call } = company.manager
    const today = new Date().toISOString().slice(0, 10)
    const procedure = id ?? (await call(controls.controlTest.create, { name: words.test, control: company.control.id, kind: 'operating', state: 'active', tester: company.manager.personId, startsOn: today })).id
    const made = await call(controls.testResult.create, { test: procedure, periodFrom: '2026-01-01', periodTo: today, performedOn: today, examined: 25, deviations })
    await call(controls.testResult.conclude, { id: made.id, version: made.version, conclusion, rationale })
    return procedure
  }

  beforeAll(async () => {
    company = await begin('treated', locale)
    const { manager: { call }, board, control, risk } = company
    await call(frameworks.framework.install, { catalogue: 'gbt-22239-2019-level3' })
    const soa = await call(applicability.soa.newVersion, {})
    soaId = soa.id
    const { lines } = await call(applicability.soa.lines, { id: soa.id })
    const line = lines.find((l) => l.ref === 'A.8.5')!
    lineId = line.id
    annexA = (await call(frameworks.requirement.get, { id: line.requirement! })).framework
    await call(applicability.soaLine.bulk, { ids: lines.map((l) => l.id), values: { applicable: 'yes', reasons: ['law'] } })
    await call(applicability.soa.submit, { id: soa.id, version: (await call(applicability.soa.get, { id: soa.id })).version })
    await approve(board.call, 'soa', soa.id, words.agreed)
    const rate = async (basis: 'inherent' | 'current', factors: Record<string, number>) =>
      call(risks.risk.rate, { id: risk.id, version: (await call(risks.risk.get, { id: risk.id })).version, basis, factors, rationale: words.agreed })
    await rate('inherent', { threat: 5, exploitability: 5, impact: 5 })
    await rate('current', { threat: 4, exploitability: 3, impact: 5 })
    await call(risks.risk.update, {
      id: risk.id, version: (await call(risks.risk.get, { id: risk.id })).version,
      values: { controlEffects: [{ control: control.id, reductions: [{ target: 'likelihood', steps: 2 }], frequency: 60, magnitude: null }] },
    })
  })
  afterAll(() => company.stage.close())

  const { page: t, nouns } = messages[locale]

  it('tells where the statement differs and concludes in the next version', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    await test('partlyEffective', 3, words.found)
    const drifted = () => call(applicability.soa.drift, { id: soaId })
    await until(async () => (await drifted()).lines.some((l) => l.ref === 'A.8.5'))
    // The controls of the sample company are tested, too.
    const { lines, counts: { less, more } } = await drifted()
    await visit.go(`/o/${org}/soa`)
    await page.getByText(fill(t.drift.banner, { less, more })).waitFor()
    await visit.settle()
    await visit.picture('17-banner')
    await page.getByRole('button', { name: t.drift.show, exact: true }).click()
    await page.getByRole('heading', { name: t.drift.title }).waitFor()
    await page.getByText(t.drift.less).first().waitFor()
    await visit.settle()
    await visit.picture('17-drift')
    expect(await axeFindings(page)).toEqual([])
    for (const look of [{ narrow: true }, { dark: true }]) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${org}/soa/${soaId}/drift`)
      await beside.page.getByText(t.drift.less).first().waitFor()
      await beside.picture('17-drift')
      expect(await axeFindings(beside.page)).toEqual([])
    }
    await page.getByRole('button', { name: t.drift.begin }).click()
    await page.getByText(fill(t.versionOf, { number: 2, state: nouns.soa.values.state.draft })).first().waitFor()
    await page.getByRole('button', { name: `${t.drift.conclude} ${lines.length}` }).click()
    await page.getByRole('dialog').getByText(t.drift.concludeText).waitFor()
    await visit.picture('17-conclude')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: t.drift.conclude, exact: true }).click()
    await page.getByText(fill(t.drift.concluded, { count: lines.length })).waitFor()
    const { items: [draft] } = await call(applicability.soa.list, { filter: { state: 'draft' } })
    const concluded = (await call(applicability.soa.lines, { id: draft!.id })).lines.find((l) => l.ref === 'A.8.5')!
    expect(concluded).toMatchObject({ implementation: 'partly', overridden: true })
    expect(concluded.overrideReason).toContain(company.control.reference)
    await visit.go(`/o/${org}/soa/${draft!.id}?open=${concluded.id}`)
    await page.getByRole('dialog').getByText(t.evidence.agrees).waitFor()
    await visit.settle()
    await visit.picture('17-line')
    expect(await axeFindings(page)).toEqual([])
    expect(visit.complaints).toEqual([])
  }, 240_000)

  it('concludes on requirements, and marks what the evidence has moved away from', async () => {
    const { org, manager: { visit, call } } = company
    const { page } = visit
    const c = t.conformity
    await visit.go(`/o/${org}/conformity/${annexA}`)
    await page.getByRole('table').waitFor()
    await visit.settle()
    const { proposed } = await call(applicability.compliance.status, { id: annexA })
    const count = proposed.met + proposed.partly + proposed.notMet
    await page.getByLabel(c.view, { exact: true }).click()
    await page.locator('.ant-select-item-option').filter({ visible: true, hasText: c.views.differs }).click()
    await page.getByText('A.8.5', { exact: true }).waitFor()
    await page.getByLabel(c.chooseAll).check()
    await page.getByRole('button', { name: c.takeOver }).click()
    await page.getByRole('dialog').getByText(fill(c.bar, { status: nouns.conclusion.values.status.partly, count: proposed.partly }), { exact: false }).waitFor()
    await visit.picture('17-take-over')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: c.takeOver }).click()
    await page.getByText(fill(c.done, { count })).waitFor()
    const procedure = (await call(controls.controlTest.list, { filter: { control: company.control.id } })).items[0]!.id
    await test('ineffective', 20, words.worse, procedure)
    await until(async () => (await call(applicability.compliance.status, { id: annexA })).moved === 1)
    await visit.go(`/o/${org}/conformity/${annexA}`)
    await page.getByText(fill(c.movedCount, { count: 1 })).waitFor()
    await visit.settle()
    await visit.picture('17-conformity')
    expect(await axeFindings(page)).toEqual([])
    await page.getByLabel(c.search).fill('A.8.5')
    await page.getByRole('button', { name: /./ }).and(page.locator('.sa-status-table .sa-title')).first().click()
    await page.getByRole('dialog').getByText(c.moved).waitFor()
    await page.getByRole('dialog').getByRole('radio', { name: nouns.conclusion.values.status.met, exact: true }).check()
    await page.getByRole('dialog').getByText(c.reasonNeeded).waitFor()
    await visit.settle()
    await visit.picture('17-requirement')
    expect(await axeFindings(page)).toEqual([])
    const { items: mlps } = await call(frameworks.framework.list, { limit: 200 })
    const other = mlps.find((f) => f.id !== annexA)!.id
    for (const look of [{ narrow: true }, { dark: true }]) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${org}/conformity/${other}?filter%5Bview%5D=notMet`)
      await beside.page.locator('.sa-status-table .sa-title').first().waitFor()
      await beside.settle()
      await beside.picture('17-conformity')
      expect(await axeFindings(beside.page)).toEqual([])
      await beside.page.locator('.sa-status-table .sa-title').first().click()
      await beside.page.getByRole('dialog').getByText(c.oneStep).waitFor()
      await beside.picture('17-carried')
    }
    expect(visit.complaints).toEqual([])
  }, 240_000)

  it('draws the chain from the test to every framework and explains each link', async () => {
    const { org, risk, control, manager: { visit } } = company
    const { page } = visit
    await visit.go(`/o/${org}/risks/${risk.id}?tab=chain`)
    await page.locator('.sa-node').first().waitFor()
    await visit.settle()
    await visit.picture('17-chain-tab')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: t.chain.wide }).click()
    await page.locator('.sa-curves path').first().waitFor({ state: 'attached' })
    await visit.settle()
    await visit.picture('17-chain')
    expect(await axeFindings(page)).toEqual([])
    for (const [column, name] of [['tests', words.test], ['controls', control.name], ['risks', risk.reference], ['lines', 'A.8.5'], ['requirements', 'A.8.5']] as const) {
      const place = page.locator('.sa-column', { has: page.getByRole('heading', { name: new RegExp(`^${t.chain.columns[column]}`) }) })
      const node = place.locator('.sa-node', { hasText: name }).first()
      await node.focus()
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await visit.settle()
      await visit.picture(`17-explain-${column}`)
      expect(await axeFindings(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    }
    for (const look of [{ narrow: true }, { dark: true }]) {
      const beside = await visit.beside(look)
      await beside.go(`/o/${org}/chain/soaLine/${lineId}`)
      await beside.page.locator('.sa-node').first().waitFor()
      await beside.settle()
      await beside.picture('17-chain')
      expect(await axeFindings(beside.page)).toEqual([])
    }
    expect(visit.complaints).toEqual([])
  }, 240_000)
})
