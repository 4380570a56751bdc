import { addDays } from '@heng/engine-assurance'
import { module as frameworksRoom } from '@heng/frameworks/server'
import { module as imports } from '@heng/imports/server'
import { module as records } from '@heng/records/server'
import type { GivenOf } from '@heng/contract'
import { createWorld, type TestWorld } from '@heng/testkit'
import { module as workRoom } from '@heng/work/server'
import { controls } from '../../contract/index.ts'
import { dayIn } from '../control/rules.ts'
import { module } from '../module.ts'

export const controlWorld = (): Promise<TestWorld> => createWorld([records, imports, workRoom, frameworksRoom, module])

/** Today where the organisation is, so many days on or back. */
export const day = (offset = 0): string => addDays(dayIn('Asia/Shanghai', new Date()), offset)

/** An ISMS manager, a tester, the owner of a control that runs, and the control. */
export const team = async (world: TestWorld) => {
  const org = await world.organisation()
  const manager = await org.actor(['ismsManager'], 'Manager')
  const second = await org.actor(['ismsManager'], 'Second manager')
  const tester = await org.actor(['employee'], 'Tester')
  const owner = await org.actor(['controlOwner'], 'Owner')
  const control = await manager.call(controls.control.create, { name: 'Access review', state: 'implemented', owner: owner.personId, unit: org.rootUnit })
  return { org, manager, second, tester, owner, control }
}
type Team = Awaited<ReturnType<typeof team>>

export const newTest = ({ manager, control, tester }: Team, values: Partial<GivenOf<typeof controls.controlTest.create>> = {}) =>
  manager.call(controls.controlTest.create, {
    name: 'Quarterly access review', control: control.id, kind: 'operating', state: 'active', tester: tester.personId, schedule: 'FREQ=MONTHLY;INTERVAL=3', startsOn: day(-100),
    graceDays: 10, confidence: 90, tolerableRate: 10, ...values,
  })

/** A test performed and concluded by its tester, on a sample of so many of which so many deviate. */
export const concluded = async ({ tester }: Team, test: { id: string }, { on = day(-1), examined = 25, deviations = 0, conclusion = 'effective' as 'effective' | 'partlyEffective' | 'ineffective' } = {}) => {
  const made = await tester.call(controls.testResult.create, { test: test.id, periodFrom: '2020-01-01', periodTo: on, performedOn: on, examined, deviations })
  return tester.call(controls.testResult.conclude, { id: made.id, version: 1, conclusion, rationale: 'As found.' })
}
