import { approvals } from '@heng/approvals/contract'
import { risks } from '@heng/risks/contract'
import type { Call } from './caller.ts'
import type { Colleague, Company } from './company.ts'

export interface Agreed extends Company {
  /** Top management. */
  readonly board: Colleague
}

/** Says yes to whatever approval of a record is open. */
export const approve = async (call: Call, noun: string, recordId: string, comment: string): Promise<void> => {
  const { items } = await call(approvals.approval.list, { noun, recordId, state: 'open' })
  for (const { id } of items) await call(approvals.approval.decide, { id, decision: 'approve', comment })
}

/** Risk criteria proposed by the ISMS manager and approved by top management, as they are proposed. */
export const agree = async (company: Company): Promise<Agreed> => {
  const { call } = company.manager
  const board = await company.colleague('zhou.qiming@hengyue.example', [{ role: 'topManagement' }])
  const draft = await call(risks.riskCriteria.propose, {})
  await call(risks.riskCriteria.submit, { id: draft.id, version: draft.version })
  await approve(board.call, 'riskCriteria', draft.id, 'OK')
  return { ...company, board }
}
