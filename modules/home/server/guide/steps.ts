import type { CountOf } from '@heng/server-kit'
import type { stepIds } from '../../contract/index.ts'

export interface Step {
  readonly id: (typeof stepIds)[number]
  readonly count: CountOf
  /** Done as soon as this many rows are there. */
  readonly atLeast: number
}

const step = (id: Step['id'], noun: string, filter: CountOf['query']['filter'] = {}, atLeast = 1): Step => ({ id, count: { noun, query: { filter } }, atLeast })

/**
 * The main job in the order of ISO/IEC 27001 4.3 to 6.1.3. A step is done when the records show it, so the
 * progress cannot be lost by leaving, and cannot be claimed without the work.
 */
export const steps: readonly Step[] = [
  step('people', 'person', {}, 2),
  step('scope', 'scope', { state: 'approved' }),
  step('criteria', 'riskCriteria', { state: 'approved' }),
  step('assets', 'asset'),
  step('values', 'asset', { value: '1..5' }),
  step('scenarios', 'risk'),
  step('rating', 'risk', { currentLevel: '1..' }),
  step('treatment', 'treatmentPlan', { state: 'approved' }),
  step('soa', 'soa', { state: ['approved', 'superseded'] }),
]
