import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { locales, type Locale } from '@heng/contract'
import { pathOfFile } from '@heng/records/reads'
import { risks } from '@heng/risks/contract'
import { earlierStanding } from '@heng/risks/reads'
import type { Block, Report, Table } from '@heng/reports'
import { canonicalJson } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import ExcelJS from 'exceljs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reporting } from '../../contract/index.ts'
import { emptyCompany, fileOf, generated, plantedCompany, reportingWorld, thisYear, titles, type Company } from '../testing/world.ts'

let world: TestWorld
let planted: Company
beforeAll(async () => {
  world = await reportingWorld()
  planted = await plantedCompany(world)
}, 120_000)
afterAll(() => world.close())

const pages = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0
const preview = async (who: Company['manager'], kind: 'board' | 'audit', language: Locale) => (await who.call(reporting.report.preview, { kind, language, ...thisYear })).content
const blocks = (report: Report): Block[] => report.sections.flatMap((s) => s.blocks.flatMap((b) => (b.type === 'side-by-side' ? b.columns.flat() : [b])))
const tableWith = (report: Report, column: string): Table => blocks(report).find((b): b is Table => b.type === 'table' && b.columns.some((c) => c.key === column))!

describe('the report to the board', () => {
  it('tells the levels as the register has them, what moved since the round, and what is not assessed', async () => {
    const report = await preview(planted.manager, 'board', 'en')
    const { items } = await planted.manager.call(risks.risk.list, { filter: { status: 'open' } })
    const count = (level: number | null) => items.filter((r) => r.currentLevel === level).length
    const told = Object.fromEntries(tableWith(report, 'change').rows.map((row) => [typeof row.level === 'string' ? row.level : '-', row.now]))
    expect(told).toEqual({ '5': count(5), '4': count(4), '3': count(3), '2': count(2), '1': count(1), '-': 1 })
    const movement = blocks(report).find((b) => b.type === 'key-values' && b.items[0]!.key === 'Raised')
    expect(movement).toMatchObject({ items: [{ value: '1' }, { value: '1' }, { value: '2' }, { value: '0' }, { value: '1' }] })
    const text = JSON.stringify(report)
    expect(text).toContain('1 open risk is not assessed')
    expect(text).toContain('1 treatment measure is overdue.')
    expect(text).toContain('1 of 2 treatment measures are finished.')
    expect(text).toContain('CNY\u00A0120,000 / CNY\u00A0200,000')
    expect(text).toContain('1 of 2 controls in operation')
    expect(text).toContain('No risk is quantified in money yet.')
    expect(text).toContain('No appetite statement is in force yet.')
    expect(tableWith(report, 'treatment').rows[0]).toMatchObject({ risk: expect.stringContaining(titles[4]), owner: '陈晓', treatment: 'Not decided' })
  })

  it('compares with the register as it stood at an instant, where it held risks then', async () => {
    const then = await planted.org.asSystem((ctx) => earlierStanding(ctx, planted.between!))
    expect(then).toMatchObject({ round: null, total: 4, byLevel: { '2': 2, '4': 2 }, moved: { added: 2, raised: 1, lowered: 1, rated: 0, closed: 1 } })
    expect(then!.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(4)
    expect(await planted.org.asSystem((ctx) => earlierStanding(ctx, new Date('2020-01-01')))).toMatchObject({ round: { reference: 'AR-0001' }, total: 4 })
  })

  it.each(locales)('leaves no word out and fits on two pages in %s', async (language) => {
    const report = await preview(planted.board, 'board', language)
    expect(JSON.stringify(report)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/)
    const made = await generated(planted.board, 'board', language, { message: 'Mehr Budget.', decisions: ['Approve the budget of 2027.'] })
    const pdf = await fileOf(world, planted.org, planted.board, made.id, 'pdf')
    expect([pdf.statusCode, pages(pdf.rawPayload)]).toEqual([200, 2])
    const json = (await fileOf(world, planted.org, planted.board, made.id, 'json')).body
    for (const words of ['Mehr Budget.', 'Approve the budget of 2027.']) expect(json).toContain(words)
  })

  it('of an organisation that has nothing yet says so in a line each', async () => {
    const { manager } = await emptyCompany(world)
    const text = JSON.stringify(await preview(manager, 'board', 'zh-CN'))
    for (const line of ['尚未制定风险准则', '尚无以金额量化的风险。', '尚未录入控制措施。', '尚无现行有效版本。']) expect(text).toContain(line)
  })
})

describe('the report for auditors', () => {
  it.each(locales)('holds every register, with hashes that can be computed anew, in %s', async (language) => {
    const made = await generated(planted.auditor, 'audit', language)
    const body = (await fileOf(world, planted.org, planted.auditor, made.id, 'json')).body
    const { report } = JSON.parse(body) as { report: Report }
    const rows = (id: string) => blocks(report).find((b): b is Table => b.type === 'table' && b.id === id)!.rows
    expect(rows('risks')).toHaveLength(6)
    expect([rows('measures').length, rows('acceptances').length, rows('controls').length, rows('tests').length, rows('results').length]).toEqual([2, 2, 3, 1, 1])
    expect(rows('results')[0]).toMatchObject({ examined: 25, deviations: 0 })
    expect(rows('approvals').length).toBeGreaterThanOrEqual(3)
    expect(rows('overdue').length).toBe(1)
    const criteria = await planted.manager.call(risks.riskCriteria.inForce, {})
    const hash = createHash('sha256').update(canonicalJson(criteria.criteria!.definition)).digest('hex')
    const annex = report.sections.at(-1)!.blocks[0]! as { text: string }
    expect(createHash('sha256').update(annex.text).digest('hex')).toBe(hash)
    expect(body).toContain(hash)
    expect(body).not.toMatch(/\{\w+\}(?!")|undefined|NaN|\[object/)
    const history = tableWith(report, 'intact')
    expect(history.totals).toMatchObject({ broken: 0, erased: 0 })
    expect(history.totals!.entries).toBe(history.totals!.intact)
  })

  it('tells which entries of the history are not what was recorded', async () => {
    const c = await emptyCompany(world)
    await c.manager.call(risks.riskCriteria.propose, {})
    await sql`update history_payload p set after = jsonb_set(after::jsonb, '{name}', '"x"')::json from history h where h.id = p.history_id and h.org_id = ${c.org.id} and h.noun = 'riskCriteria'`.execute(world.kit.db)
    const made = await generated(c.manager, 'audit', 'en')
    const { report } = JSON.parse((await fileOf(world, c.org, c.manager, made.id, 'json')).body) as { report: Report }
    expect(tableWith(report, 'intact').totals).toMatchObject({ broken: 1 })
    expect(JSON.stringify(report)).toContain('Entries that are not what was recorded: RC-0001')
  })

  it('comes as a workbook with a sheet for each register', async () => {
    const made = await generated(planted.manager, 'audit', 'zh-CN')
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await fileOf(world, planted.org, planted.manager, made.id, 'xlsx')).rawPayload as never)
    const sheet = book.worksheets.find((s) => s.name === '风险登记册')!
    expect(sheet.rowCount).toBe(7)
    expect(book.worksheets.length).toBeGreaterThan(20)
  })
})

describe('a generated report', () => {
  it('is kept word for word under its SHA-256, whatever happens afterwards', async () => {
    const made = await generated(planted.manager, 'board', 'zh-CN')
    const row = await planted.manager.call(reporting.report.get, { id: made.id })
    const [pdf, json] = [await fileOf(world, planted.org, planted.manager, made.id, 'pdf'), await fileOf(world, planted.org, planted.manager, made.id, 'json')]
    expect(row).toMatchObject({ kind: 'board', language: 'zh-CN', periodFrom: thisYear.from, generatedBy: planted.manager.personId, reference: made.reference, sha256: createHash('sha256').update(json.rawPayload).digest('hex'), size: json.rawPayload.length })
    await planted.manager.call(risks.risk.create, { title: '之后新增的风险' } as never)
    expect((await fileOf(world, planted.org, planted.manager, made.id, 'pdf')).rawPayload.equals(pdf.rawPayload)).toBe(true)
    expect((await fileOf(world, planted.org, planted.manager, made.id, 'docx')).statusCode).toBe(200)
    expect(row.allowed).toEqual(['download'])
    await expect(planted.org.asSystem((ctx) => sql`update report set title = 'x' where id = ${made.id}`.execute(ctx.tx))).rejects.toThrow('permission denied')
  })

  it('whose content was altered is not handed out as if it were', async () => {
    const { org, manager } = await emptyCompany(world)
    const made = await generated(manager, 'board', 'en')
    const { sha256 } = await manager.call(reporting.report.get, { id: made.id })
    const path = pathOfFile(world.kit, sha256)
    await writeFile(path, (await readFile(path, 'utf8')).replace('board', 'bored'))
    const answer = await fileOf(world, org, manager, made.id, 'pdf')
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([500, 'reporting.altered'])
  })

  it('is for those whom it is for: kinds by role, nobody of another organisation', async () => {
    const { org, manager, board, auditor, owner } = planted
    const [forBoard, forAudit] = [await generated(manager, 'board', 'en'), await generated(manager, 'audit', 'en')]
    const kinds = async (who: Company['manager']) => new Set((await who.call(reporting.report.list, { limit: 100 })).items.map((r) => r.kind))
    expect(await kinds(board)).toEqual(new Set(['board']))
    expect(await kinds(auditor)).toEqual(new Set(['audit']))
    expect(await kinds(manager)).toEqual(new Set(['board', 'audit']))
    expect((await fileOf(world, org, board, forBoard.id, 'json')).statusCode).toBe(200)
    expect((await fileOf(world, org, board, forAudit.id, 'json')).statusCode).toBe(404)
    expect((await fileOf(world, org, auditor, forBoard.id, 'json')).statusCode).toBe(404)
    expect((await fileOf(world, org, owner, forBoard.id, 'json')).statusCode).toBe(403)
    expect((await fileOf(world, org, { cookie: '' }, forBoard.id, 'json')).statusCode).toBe(401)
    expect((await fileOf(world, org, manager, forBoard.id, 'odt')).statusCode).toBe(400)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await fileOf(world, org, stranger, forBoard.id, 'json')).statusCode).toBe(404)
    const asked = { language: 'en' as const, ...thisYear }
    for (const [who, kind] of [[board, 'audit'], [auditor, 'board']] as const) {
      expect((await who.refusal(reporting.report.preview, { kind, ...asked })).code).toBe('forbidden')
      expect((await who.refusal(reporting.report.generate, { kind, ...asked })).code).toBe('forbidden')
      expect((await who.refusal(reporting.report.get, { id: kind === 'audit' ? forAudit.id : forBoard.id })).status).toBe(404)
    }
    expect((await owner.refusal(reporting.report.generate, { kind: 'board', ...asked })).status).toBe(403)
    const external = await org.actor(['externalAuditor'])
    expect((await fileOf(world, org, external, forAudit.id, 'json')).statusCode).toBe(200)
  })

  it('is refused for a period that is none or lies ahead', async () => {
    const { manager } = planted
    expect(await manager.refusal(reporting.report.generate, { kind: 'board', language: 'en', from: '2026-02-01', to: '2026-01-31' })).toMatchObject({ code: 'reporting.period', fields: [{ path: 'to' }] })
    expect(await manager.refusal(reporting.report.preview, { kind: 'board', language: 'en', from: '2099-01-01', to: '2099-12-31' })).toMatchObject({ code: 'reporting.future', fields: [{ path: 'from' }] })
  })
})
