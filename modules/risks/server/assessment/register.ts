import { HengError } from '@heng/contract'
import { allows, register, type Draft } from '@heng/server-kit'
import { riskAssessment as noun } from '../../contract/assessment.ts'

type State = 'planned' | 'running' | 'concluded' | 'cancelled'
const steps: Readonly<Record<State, readonly State[]>> = { planned: ['running', 'cancelled'], running: ['concluded', 'cancelled'], concluded: [], cancelled: [] }

const check = (_ctx: unknown, drafts: readonly Draft[]): void => {
  for (const { before, after } of drafts) {
    const [start, end] = [after.periodStart as string | null, after.periodEnd as string | null]
    if (start !== null && end !== null && start > end) throw new HengError('risks.period', { fields: [{ path: 'periodEnd', code: 'custom' }] })
    if (before === null) continue
    const [was, is] = [before.state as State, after.state as State]
    if (was !== is && !steps[was].includes(is)) throw new HengError('risks.assessmentState', { status: 409, params: { state: was } })
    if (was === is && (was === 'concluded' || was === 'cancelled') && before.archivedAt === after.archivedAt) throw new HengError('risks.assessmentEnded', { status: 409 })
  }
}

export const assessment = register(noun, {
  table: 'risk_assessment',
  importable: false,
  defaultSort: '-id',
  links: { units: { table: 'assessment_unit', own: 'assessment', other: 'unit' } },
  derive: (_ctx, drafts) => {
    for (const { after } of drafts) after.state ??= 'planned'
  },
  check,
  frozen: (row) => row.state === 'concluded' || row.state === 'cancelled',
  actions: (ctx, row) => {
    if (row.archivedAt !== null || !allows(ctx, 'riskAssessment:write', { ownerIds: [row.lead as string | null] })) return []
    return row.state === 'planned' ? ['start', 'cancel'] : row.state === 'running' ? ['conclude', 'cancel'] : []
  },
})
