import { approvals } from '@heng/approvals/contract'
import { controls } from '@heng/controls/contract'
import { countStatements } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { risks } from '@heng/risks/contract'
import { applicability } from '../../contract/index.ts'
import { lines } from './lines.ts'
import { decideAll, decideBy, linesOf, soaWorld, submit, withDraft } from '../test-world.fixture.ts'

let world: TestWorld
beforeAll(async () => {
  world = await soaWorld()
})
afterAll(() => world.close())

describe('a draft', () => {
  it('has the 93 lines of Annex A by theme and the own controls beyond them, all undecided', async () => {
    const { manager, id } = await withDraft(world)
    const lines = await linesOf(manager, id)
    const count = (theme: string) => lines.filter((l) => l.theme === theme).length
    expect([lines.length, count('organizational'), count('people'), count('physical'), count('technological')]).toEqual([93, 37, 8, 14, 34])
    expect(lines.every((l) => l.applicable === 'undecided' && l.implementation === null)).toBe(true)
    const own = await manager.call(controls.control.create, {
      name: '工业防火墙',
      state: 'implemented',
      description: 'Between office and plant',
      document: 'OT-03',
    })
    expect(await manager.call(applicability.soa.prefill, { id })).toEqual({ added: 1, filled: 1, proposed: 0 })
    expect(await manager.call(applicability.soa.prefill, { id })).toEqual({ added: 0, filled: 0, proposed: 0 })
    const line = (await linesOf(manager, id)).at(-1)!
    expect(line).toMatchObject({
      ref: own.reference,
      theme: 'own',
      titleZh: '工业防火墙',
      implementation: 'implemented',
      description: 'Between office and plant',
      document: 'OT-03',
    })
    expect(await manager.call(applicability.soa.get, { id })).toMatchObject({
      lineCount: 94,
      undecidedCount: 94,
      editionEn: 'ISO/IEC 27001:2022',
      number: 1,
    })
    expect((await manager.refusal(applicability.soa.newVersion, {})).code).toBe('soa.open')
  })

  it('draws how far a line is implemented from its controls, unless somebody states otherwise with a reason', async () => {
    const { manager, id } = await withDraft(world)
    const line = (await linesOf(manager, id)).find((l) => l.ref === 'A.8.13')!
    const { created } = await manager.call(controls.control.start, { requirements: [line.requirement!] })
    const at = async () => (await linesOf(manager, id)).find((l) => l.ref === 'A.8.13')!
    expect(await at()).toMatchObject({ implementation: 'planned', linkedControls: [{ name: 'Information backup' }] })
    await manager.call(controls.control.update, { id: created[0]!.id, version: 1, values: { state: 'implemented' } })
    expect((await at()).implementation).toBe('implemented')
    const silent = await manager.refusal(applicability.soaLine.update, {
      id: line.id,
      version: 1,
      values: { implementationOverride: 'partly' },
    })
    expect(silent.fields).toMatchObject([{ path: 'overrideReason', code: 'required' }])
    await manager.call(applicability.soaLine.update, {
      id: line.id,
      version: 1,
      values: { implementationOverride: 'partly', overrideReason: 'Branches follow in May' },
    })
    expect(await at()).toMatchObject({ implementation: 'partly', derivedImplementation: 'implemented', overridden: true })
  })

  it('refuses an exclusion without justification, also in bulk, and the removal of a line of the standard', async () => {
    const { manager, id } = await withDraft(world)
    const [first, second] = await linesOf(manager, id)
    const bare = await manager.refusal(applicability.soaLine.update, { id: first!.id, version: 1, values: { applicable: 'no' } })
    expect(bare).toMatchObject({ code: 'invalid', fields: [{ path: 'justification', code: 'required' }] })
    const many = await manager.refusal(applicability.soaLine.bulk, { ids: [first!.id, second!.id], values: { applicable: 'no' } })
    expect(many.fields).toMatchObject([{ path: 'justification' }])
    const given = await manager.call(applicability.soaLine.update, {
      id: first!.id,
      version: 1,
      values: { applicable: 'no', justification: 'No such activity' },
    })
    expect(given.applicable).toBe('no')
    const emptied = await manager.refusal(applicability.soaLine.update, { id: first!.id, version: 2, values: { justification: null } })
    expect(emptied.fields).toMatchObject([{ path: 'justification' }])
    expect((await manager.refusal(applicability.soaLine.update, { id: first!.id, version: 1, values: { document: 'x' } })).code).toBe(
      'versionConflict',
    )
    expect((await manager.refusal(applicability.soaLine.archive, { id: second!.id, version: 1 })).code).toBe('soaLine.annexA')
  })

  it('is read in a fixed number of statements', async () => {
    const { manager, id, org } = await withDraft(world)
    const own = await manager.call(controls.control.create, { name: '工业防火墙', state: 'implemented' })
    const risk = await manager.call(risks.risk.create, {
      title: '勒索软件',
      existingControls: [own.id],
      vulnerability: 'vu-server-unpatched',
    } as never)
    await manager.call(applicability.soa.prefill, { id })
    await manager.call(applicability.soa.accept, { id, lines: (await linesOf(manager, id)).map((l) => l.id) })
    await manager.call(applicability.soa.check, { id })
    expect((await linesOf(manager, id)).at(-1)!.linkedRisks).toEqual({ count: 1, capped: false, references: [risk.reference] })
    const { statements } = await org.asSystem((ctx) => countStatements(() => lines(ctx, { id })))
    expect(statements).toBeLessThanOrEqual(12)
  })

  it('names few risks a line however many there are, and all of them where they are asked for', async () => {
    const { manager, id } = await withDraft(world)
    for (let i = 0; i < 25; i += 1) await manager.call(risks.risk.create, { title: `勒索软件 ${i}`, vulnerability: 'vu-server-unpatched' } as never)
    const line = async () => (await linesOf(manager, id)).find((l) => l.ref === 'A.8.8')!
    const { id: lineId, proposal } = await line()
    expect(proposal!.risks).toEqual({ count: 20, capped: true, references: ['R-0001', 'R-0002', 'R-0003'] })
    await manager.call(applicability.soa.accept, { id, lines: (await linesOf(manager, id)).map((l) => l.id) })
    expect((await line()).linkedRisks).toEqual({ count: 20, capped: false, references: ['R-0001', 'R-0002', 'R-0003'] })
    const { linked } = await manager.call(applicability.soa.lineRisks, { id, line: lineId })
    expect(linked.map((r) => r.reference).toSorted()).toEqual(Array.from({ length: 20 }, (_, i) => `R-00${String(i + 1).padStart(2, '0')}`))
    await decideAll(manager, id)
    await manager.call(applicability.soa.check, { id })
    expect(JSON.stringify(await manager.call(applicability.soa.lines, { id })).length).toBeLessThan(150_000)
    await submit(manager, id)
    expect((await line()).linkedRisks.count).toBe(20)
    expect((await manager.call(applicability.soa.lineRisks, { id, line: lineId })).linked).toHaveLength(20)
    const other = await withDraft(world)
    for (const [soaId, at] of [[id, other.id], [other.id, lineId]]) expect((await other.manager.refusal(applicability.soa.lineRisks, { id: soaId!, line: at! })).status).toBe(404)
    expect((await other.manager.refusal(applicability.soa.findings, { id })).status).toBe(404)
  })
})

describe('the omission check', () => {
  it('records what is open, becomes stale with the next change, and keeps an incomplete version from being submitted', async () => {
    const { manager, id } = await withDraft(world)
    const first = await manager.call(applicability.soa.check, { id })
    expect(first).toMatchObject({ result: 'failed', lines: 93, by: '李敏', stale: false })
    expect(first.findings.filter((f) => f.code === 'undecided')).toHaveLength(93)
    const { findings, ...head } = first
    expect((await manager.call(applicability.soa.lines, { id })).check).toEqual(head)
    expect(await manager.call(applicability.soa.findings, { id })).toEqual({ findings })
    await decideAll(manager, id)
    expect((await manager.call(applicability.soa.lines, { id })).check).toMatchObject({ id: first.id, stale: true })
    const [line] = await linesOf(manager, id)
    await manager.call(applicability.soaLine.update, { id: line!.id, version: line!.version, values: { reasons: ['bestPractice'] } })
    const second = await manager.call(applicability.soa.check, { id })
    expect(second.result).toBe('warnings')
    expect(second.findings).toContainEqual(expect.objectContaining({ code: 'noneImplemented', severity: 'warning', ref: null }))
    expect(second.findings.filter((f) => f.code === 'onlyBestPractice').map((f) => [f.ref, f.severity])).toEqual([['A.5.1', 'warning']])
    await manager.call(applicability.soaLine.update, { id: line!.id, version: line!.version + 1, values: { reasons: [] } })
    const refused = await manager.refusal(applicability.soa.submit, { id, version: 1 })
    expect(refused).toMatchObject({
      code: 'soa.omissions',
      status: 409,
      data: { findings: [{ code: 'inclusionUnjustified', ref: 'A.5.1' }] },
    })
  })
})

describe('approval', () => {
  it('freezes exactly what was submitted, with its hash; later changes do not touch it', async () => {
    const draft = await withDraft(world)
    const { manager, top, id } = draft
    const line = (await linesOf(manager, id)).find((l) => l.ref === 'A.5.1')!
    const { created } = await manager.call(controls.control.start, { requirements: [line.requirement!] })
    await decideAll(manager, id)
    const { approval, contentHash, state } = await submit(manager, id)
    expect(state).toBe('inReview')
    expect((await manager.refusal(applicability.soaLine.update, { id: line.id, version: 2, values: { document: 'X' } })).code).toBe(
      'soa.frozen',
    )
    expect((await manager.refusal(approvals.approval.decide, { id: approval!, decision: 'approve' })).status).toBe(403)
    const seen = await top.call(approvals.approval.get, { id: approval! })
    expect(seen.snapshotHash).toBe(contentHash)
    await top.call(approvals.approval.decide, { id: approval!, decision: 'approve' })
    const before = await top.call(applicability.soa.lines, { id })
    expect(before.soa).toMatchObject({ state: 'approved', contentHash, version: 3 })
    expect(before.soa.approvedAt).not.toBeNull()

    await manager.call(controls.control.update, {
      id: created[0]!.id,
      version: 1,
      values: { name: 'Renamed afterwards', state: 'notWorking' },
    })
    const after = await top.call(applicability.soa.lines, { id })
    expect(after.lines).toEqual(before.lines)
    expect(after.lines.find((l) => l.ref === 'A.5.1')!.linkedControls[0]).toMatchObject({
      name: 'Policies for information security',
      state: 'planned',
    })
    expect((await manager.refusal(applicability.soa.update, { id, version: 3, values: { title: 'X' } })).code).toBe('soa.frozen')
    expect((await manager.refusal(applicability.soa.discard, { id, version: 3, reason: 'x' })).code).toBe('soa.frozen')
  })

  it('rejected or withdrawn, it is a draft again', async () => {
    const draft = await withDraft(world)
    await decideAll(draft.manager, draft.id)
    await decideBy(draft, 'reject', 'A.7.4 is missing the new site')
    expect(await draft.manager.call(applicability.soa.get, { id: draft.id })).toMatchObject({
      state: 'draft',
      contentHash: null,
      approval: null,
    })
    const { approval } = await submit(draft.manager, draft.id)
    await draft.manager.call(approvals.approval.withdraw, { id: approval!, reason: 'One more change' })
    expect(await draft.manager.call(applicability.soa.get, { id: draft.id })).toMatchObject({ state: 'draft' })
  })
})

describe('versions', () => {
  it('copies the decisions, supersedes on approval, and compares line by line', async () => {
    const draft = await withDraft(world)
    const { manager, id } = draft
    await decideAll(manager, id)
    await decideBy(draft)
    const own = await manager.call(controls.control.create, { name: 'Honeypot', state: 'implemented' })
    const next = await manager.call(applicability.soa.newVersion, {})
    expect(next).toMatchObject({ number: 2, basedOn: id, state: 'draft', lineCount: 94, undecidedCount: 1 })
    const lines = await linesOf(manager, next.id)
    const one = lines.find((l) => l.ref === 'A.5.1')!
    await manager.call(applicability.soaLine.update, {
      id: one.id,
      version: 1,
      values: { reasons: ['law', 'contract'], document: 'ISP-01' },
    })
    await decideAll(manager, next.id)
    const compared = await manager.call(applicability.soa.compare, { a: id, b: next.id })
    expect(compared).toMatchObject({ a: { number: 1, state: 'approved' }, b: { number: 2, state: 'draft' }, unchanged: 92 })
    expect(compared.lines).toEqual([
      {
        ref: 'A.5.1',
        titleEn: one.titleEn,
        titleZh: one.titleZh,
        change: 'changed',
        fields: [
          { field: 'reasons', before: ['law'], after: ['contract', 'law'] },
          { field: 'document', before: null, after: 'ISP-01' },
        ],
      },
      { ref: own.reference, titleEn: 'Honeypot', titleZh: 'Honeypot', change: 'added', fields: [] },
    ])
    await decideBy({ ...draft, id: next.id })
    const states = (await manager.call(applicability.soa.list, {})).items.map((s) => [s.number, s.state])
    expect(states).toEqual([
      [2, 'approved'],
      [1, 'superseded'],
    ])
    expect((await manager.call(applicability.soa.compare, { a: id, b: id })).lines).toEqual([])
  })

  it('gives up a draft without using its number again', async () => {
    const { manager, id } = await withDraft(world)
    await manager.call(applicability.soa.discard, { id, version: 1, reason: 'Started too early' })
    expect((await manager.call(applicability.soa.newVersion, {})).number).toBe(2)
    const [line] = await linesOf(manager, id)
    expect((await manager.refusal(applicability.soaLine.update, { id: line!.id, version: 1, values: { document: 'x' } })).code).toBe(
      'soa.frozen',
    )
  })
})

describe('who may do what', () => {
  it('lets auditors and top management read, and only the ISMS manager write', async () => {
    const { org, top, id } = await withDraft(world)
    const [line] = await linesOf(top, id)
    for (const actor of [top, await org.actor(['externalAuditor']), await org.actor(['internalAuditor'])]) {
      expect((await linesOf(actor, id)).every((l) => l.allowed.length === 0)).toBe(true)
      expect((await actor.refusal(applicability.soaLine.update, { id: line!.id, version: 1, values: { document: 'x' } })).status).toBe(403)
      expect((await actor.refusal(applicability.soa.prefill, { id })).status).toBe(403)
      expect((await actor.refusal(applicability.soa.check, { id })).status).toBe(403)
    }
    const employee = await org.actor()
    expect((await employee.refusal(applicability.soa.lines, { id })).status).toBe(403)
  })

  it('keeps organisations apart', async () => {
    const [one, two] = [await withDraft(world), await withDraft(world)]
    const [line] = await linesOf(one.manager, one.id)
    for (const call of [
      two.manager.refusal(applicability.soa.lines, { id: one.id }),
      two.manager.refusal(applicability.soa.check, { id: one.id }),
      two.manager.refusal(applicability.soa.prefill, { id: one.id }),
      two.manager.refusal(applicability.soa.compare, { a: two.id, b: one.id }),
      two.manager.refusal(applicability.soaLine.update, { id: line!.id, version: 1, values: { document: 'x' } }),
      two.manager.refusal(applicability.soa.submit, { id: one.id, version: 1 }),
      two.manager.refusal(applicability.soa.lines, { id: one.id, org: one.org.slug }),
    ])
      expect((await call).status).toBe(404)
  })
})
