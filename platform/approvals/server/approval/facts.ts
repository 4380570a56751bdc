import type { Ctx } from '@heng/server-kit'
import type { ApprovalFacts } from '../kinds.ts'
import type { StoredApproval, StoredDecision } from './store.ts'

/** What the room of the record is told. */
export const factsOf = (a: StoredApproval, decisions: readonly StoredDecision[]): ApprovalFacts => ({
  id: a.id, reference: a.reference, kind: a.kind, title: a.title, noun: a.subject, recordId: a.subject_id, requestedBy: a.requested_by,
  snapshot: JSON.parse(a.snapshot) as unknown, snapshotHash: a.snapshot_hash,
  decisions: decisions.map((d) => ({ personId: d.person, name: d.person_name, decision: d.decision, comment: d.comment, at: d.at })),
})

/** The context in which a room's callback runs: the person stays in the history, the right comes from the approval. */
export const asKind = (ctx: Ctx): Ctx => ({ ...ctx, caller: { ...ctx.caller, system: true } })
