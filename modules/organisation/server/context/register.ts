import { register, type Ctx, type Draft } from '@heng/server-kit'
import { climateDetermination as climateNoun, contextIssue as issueNoun } from '../../contract/context.ts'
import { today } from '../today.ts'

export const contextIssue = register(issueNoun, { table: 'context_issue' })

const decided = ['relevant', 'reason', 'partiesRelevant', 'partiesReason'] as const

/** Who decided and when follows from who changed the decision; moving the review date alone is no new decision. */
const noteDecision = (ctx: Ctx, drafts: readonly Draft[]): void => {
  for (const { before, after } of drafts) {
    if (before !== null && decided.every((key) => before[key] === after[key])) continue
    after.decidedOn = today(ctx)
    after.decidedBy = ctx.caller.personId
  }
}

export const climateDetermination = register(climateNoun, { table: 'climate_determination', derive: noteDecision })
