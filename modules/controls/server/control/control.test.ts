import { framework as content } from '@heng/content-frameworks'
import { frameworks } from '@heng/frameworks/contract'
import { module as frameworksRoom } from '@heng/frameworks/server'
import { createWorld, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controls } from '../../contract/index.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([frameworksRoom, module])
})
afterAll(() => world.close())

const withAnnexA = async () => {
  const org = await world.organisation()
  const manager = await org.actor(['ismsManager'])
  const { id } = await manager.call(frameworks.framework.install, { catalogue: 'iso-iec-27001-2022' })
  const { nodes } = await manager.call(frameworks.framework.tree, { id })
  const line = (ref: string) => nodes.find((n) => n.ref === ref)!.id
  return { org, manager, framework: id, nodes, line }
}
const day = (org: TestOrganisation) =>
  org.asSystem(async (ctx) => new Intl.DateTimeFormat('en-CA', { timeZone: ctx.org.timezone }).format(ctx.now))

describe('starting from Annex A', () => {
  it('makes one planned control per line in our wording, and nothing the second time', async () => {
    const { manager, nodes, line } = await withAnnexA()
    const all = nodes.filter((n) => n.kind === 'control').map((n) => n.id)
    const first = await manager.call(controls.control.start, { requirements: [line('A.5.1'), line('A.8.13')] })
    expect(first.created.map((c) => c.name)).toEqual(['Policies for information security', 'Information backup'])
    const rest = await manager.call(controls.control.start, { requirements: all })
    expect([rest.created.length, rest.present.length]).toEqual([91, 2])
    const again = await manager.call(controls.control.start, { requirements: all })
    expect([again.created.length, again.present.length]).toEqual([0, 93])
    const page = await manager.call(controls.control.list, { q: 'backup', limit: 10 })
    const backup = page.items.find((c) => c.name === 'Information backup')!
    expect(backup).toMatchObject({ state: 'planned', type: 'technical', requirements: [line('A.8.13')] })
    expect(backup.description).toMatch(/\w+/)
    expect(page.labels[line('A.8.13')]?.text).toBe('A.8.13 Information backup')
  })

  it('refuses headings and unknown requirements', async () => {
    const { manager, line, org } = await withAnnexA()
    expect((await manager.refusal(controls.control.start, { requirements: [line('A.5')] })).code).toBe('control.notAssessable')
    expect((await manager.refusal(controls.control.start, { requirements: [org.rootUnit] })).status).toBe(404)
  })
})

describe('the state of a control', () => {
  it('dates a change of state itself, keeps a date given with it, and refuses the future', async () => {
    const { org, manager } = await withAnnexA()
    const today = await day(org)
    const made = await manager.call(controls.control.create, { name: '门禁系统', state: 'implemented', stateSince: '2021-03-01' })
    expect(made.stateSince).toBe('2021-03-01')
    const broken = await manager.call(controls.control.update, { id: made.id, version: 1, values: { state: 'notWorking' } })
    expect(broken.stateSince).toBe(today)
    const mended = await manager.call(controls.control.update, {
      id: made.id,
      version: 2,
      values: { state: 'implemented', stateSince: '2024-01-31' },
    })
    expect(mended.stateSince).toBe('2024-01-31')
    const future = await manager.refusal(controls.control.update, { id: made.id, version: 3, values: { stateSince: '2999-01-01' } })
    expect(future.fields).toMatchObject([{ path: 'stateSince', code: 'future' }])
    const script = await manager.refusal(controls.control.update, {
      id: made.id,
      version: 3,
      values: { documentLink: 'javascript:alert(1)' },
    })
    expect(script.fields).toMatchObject([{ path: 'documentLink', code: 'webAddress' }])
  })
})

describe('who may do what', () => {
  it('lets an owner report, but not redefine', async () => {
    const { org, manager } = await withAnnexA()
    const owner = await org.actor(['controlOwner'])
    const { id } = await manager.call(controls.control.create, {
      name: 'Backup',
      state: 'planned',
      owner: owner.personId,
      unit: org.rootUnit,
    })
    const reported = await owner.call(controls.control.update, {
      id,
      version: 1,
      values: { state: 'implemented', description: 'Every night', document: 'IT-07' },
    })
    expect(reported).toMatchObject({ state: 'implemented', document: 'IT-07' })
    for (const values of [{ name: 'X' }, { unit: null }, { functions: ['detective' as const] }]) {
      expect((await owner.refusal(controls.control.update, { id, version: 2, values })).code).toBe('control.ownLimits')
    }
    expect((await owner.refusal(controls.control.update, { id, version: 2, values: { owner: null } })).status).toBe(404)
    expect((await owner.refusal(controls.control.archive, { id, version: 2 })).code).toBe('control.ownLimits')
    expect((await owner.refusal(controls.control.create, { name: 'Mine', state: 'planned', owner: owner.personId })).status).toBe(403)
    expect((await owner.call(controls.control.list, {})).total).toBe(1)
  })

  it('keeps department heads to their units and employees to their own', async () => {
    const { org, manager } = await withAnnexA()
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    const inside = await manager.call(controls.control.create, { name: 'Inside', state: 'planned', unit: org.rootUnit })
    const outside = await manager.call(controls.control.create, { name: 'Outside', state: 'planned' })
    expect((await head.call(controls.control.update, { id: inside.id, version: 1, values: { name: 'Renamed' } })).name).toBe('Renamed')
    expect((await head.refusal(controls.control.get, { id: outside.id })).status).toBe(404)
    const employee = await org.actor()
    expect((await employee.call(controls.control.list, {})).total).toBe(0)
    expect((await employee.refusal(controls.control.update, { id: inside.id, version: 2, values: { state: 'retired' } })).status).toBe(403)
    const auditor = await org.actor(['internalAuditor'])
    expect((await auditor.call(controls.control.list, {})).total).toBe(2)
    expect((await auditor.refusal(controls.control.update, { id: inside.id, version: 2, values: { name: 'x' } })).status).toBe(403)
  })

  it('keeps organisations apart', async () => {
    const one = await withAnnexA()
    const two = await withAnnexA()
    const { id } = await one.manager.call(controls.control.create, { name: 'Ours', state: 'planned' })
    expect((await two.manager.refusal(controls.control.get, { id })).status).toBe(404)
    const crossed = await two.manager.refusal(controls.control.create, {
      name: 'Theirs',
      state: 'planned',
      requirements: [one.line('A.5.1')],
    })
    expect(crossed.fields).toMatchObject([{ path: 'requirements', code: 'reference' }])
    expect((await two.manager.refusal(controls.control.link, { id: one.line('A.5.1'), controls: [id], linked: true })).status).toBe(404)
  })
})

describe('controls and requirements', () => {
  it('links both ways, counts coverage by the best state, and finds what goes beyond the catalogue', async () => {
    const { org, manager, framework, line } = await withAnnexA()
    const made = async (name: string, state: 'planned' | 'implemented') => (await manager.call(controls.control.create, { name, state })).id
    const [a, b] = [await made('A', 'planned'), await made('B', 'implemented')]
    expect(await manager.call(controls.control.link, { id: line('A.5.1'), controls: [a, b], linked: true })).toEqual({ changed: 2 })
    expect(await manager.call(controls.control.link, { id: line('A.5.1'), controls: [a, b], linked: true })).toEqual({ changed: 0 })
    await manager.call(controls.control.link, { id: line('A.5.2'), controls: [a], linked: true })
    const { items: covered } = await manager.call(frameworks.framework.coverage, {})
    expect(covered).toEqual([
      { id: framework, assessable: content('iso-iec-27001-2022')!.nodes.filter((n) => n.assessable).length, answered: 2, implemented: 1 },
    ])
    const { nodes } = await manager.call(frameworks.framework.tree, { id: framework })
    expect([nodes.find((n) => n.ref === 'A.5.1')!.answer, nodes.find((n) => n.ref === 'A.5.3')!.answer]).toEqual([
      { controls: 2, state: 'implemented' },
      null,
    ])
    const employee = await org.actor()
    expect((await employee.call(frameworks.framework.coverage, {})).items).toBeNull()
    expect((await employee.call(frameworks.framework.tree, { id: framework })).nodes[0]).not.toHaveProperty('answer')
    const { items } = await manager.call(controls.control.ofRequirement, { id: line('A.5.1') })
    expect(items.map((c) => c.name)).toEqual(['A', 'B'])
    await manager.call(controls.control.link, { id: line('A.5.1'), controls: [a], linked: false })
    expect((await manager.call(controls.control.ofRequirement, { id: line('A.5.1') })).items.map((c) => c.name)).toEqual(['B'])
    const { controlBook, controlsBeyond, requirementsOfControls } = await import('../reads.ts')
    await made('Own', 'implemented')
    await org.asSystem(async (ctx) => {
      expect(controlsBeyond(await controlBook(ctx), [line('A.5.1'), line('A.5.2')]).map((c) => c.name)).toEqual(['Own'])
      expect((await requirementsOfControls(ctx, [a])).get(a)).toEqual([line('A.5.2')])
    })
  })
})

describe('effectiveness follows the state', () => {
  it('is nothing for what does not run, and not assessed for what runs untested', async () => {
    const { org, manager } = await withAnnexA()
    const made = await manager.call(controls.control.create, { name: 'Backup', state: 'planned' })
    expect(made).toMatchObject({ effectiveness: 0, effectivenessStale: false, version: 1 })
    const running = await manager.call(controls.control.update, { id: made.id, version: 1, values: { state: 'implemented' } })
    expect(running).toMatchObject({ effectiveness: null, version: 2 })
    expect(running.effectivenessAt).not.toBeNull()
    const { effectivenessOf } = await import('../reads.ts')
    await org.asSystem(async (ctx) => {
      expect((await effectivenessOf(ctx, [made.id])).get(made.id)).toEqual({ percent: null, stale: false, at: running.effectivenessAt })
    })
    const named = await manager.call(controls.control.update, { id: made.id, version: 2, values: { name: 'Backups' } })
    expect(named.effectivenessAt).toBe(running.effectivenessAt)
    const typed = await manager.refusal(controls.control.update, { id: made.id, version: 3, values: { effectiveness: 100 } as never })
    expect(typed.status).toBe(422)
  })
})
