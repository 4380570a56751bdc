import { approvalOperations } from './operations.ts'

export { approval, approvalStates, type ApprovalState } from './noun.ts'
export { decisions, type ApprovalDetail, type ApprovalSummary, type StepRow } from './operations.ts'

export const approvals = { approval: approvalOperations }
