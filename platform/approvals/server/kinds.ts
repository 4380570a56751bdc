import type { Text } from '@heng/contract'
import { extensionPoint, type Ctx, type Kit } from '@heng/server-kit'

export type Outcome = 'approved' | 'rejected' | 'withdrawn'

/** The record that an approval is about. */
export interface Subject {
  readonly noun: string
  readonly recordId: string
}

/** What a room is told about its approval. */
export interface ApprovalFacts extends Subject {
  readonly id: string
  readonly reference: string
  readonly kind: string
  readonly title: string
  readonly requestedBy: string | null
  /** What was asked for, as it was then, and its hash: what the room writes down as approved. */
  readonly snapshot: unknown
  readonly snapshotHash: string
  readonly decisions: readonly { readonly personId: string; readonly name: string; readonly decision: 'approve' | 'reject'; readonly comment: string | null; readonly at: string }[]
}

/** What approvals need to know from the room whose record is approved. */
export interface ApprovalKind {
  /** Unique among all rooms, such as `treatmentPlan`. */
  readonly kind: string
  /** Names the kind on pages: “Risk treatment plan · 风险处置计划”. */
  readonly label: Text
  /** Names parts of the snapshot that are no fields of the noun: `{ measures: { en: 'Measures', 'zh-CN': '措施' } }`. */
  readonly parts?: Readonly<Record<string, Text>>
  /** Lets the requester decide, too. Leave it out: segregation of duties (ISO/IEC 27002 5.3) is the rule. */
  readonly selfApproval?: boolean
  /** Consequences of asking, in the same transaction: the record moves to “in review”. */
  readonly onRequested?: (ctx: Ctx, approval: ApprovalFacts) => Promise<void>
  /**
   * Consequences of the decision, in the same transaction: if this throws, the decision did not happen. `ctx` carries the
   * decider's name into the history, but the rights of the system, since approvers need not be able to edit.
   */
  readonly onDecided: (ctx: Ctx, approval: ApprovalFacts, outcome: Outcome) => Promise<void>
  /**
   * The snapshot as it would be today: to show what has changed since and to ask again. Without it the fields that the
   * snapshot shares with the record are compared.
   */
  readonly snapshot?: (ctx: Ctx, subject: Subject) => Promise<unknown>
}

/** Plugs kinds in: `extensions: [approvalKinds.with(myKind)]` in the room's module. */
export const approvalKinds = extensionPoint<ApprovalKind>('approvals.kind')

export const kindNamed = (kit: Pick<Kit, 'modules'>, name: string): ApprovalKind | undefined => approvalKinds.of(kit).find((k) => k.kind === name)

/** As `kindNamed`; a kind that no room brings is a mistake of the calling room. */
export const kindOf = (kit: Pick<Kit, 'modules'>, name: string): ApprovalKind => {
  const found = kindNamed(kit, name)
  if (found === undefined) throw new Error(`no room brings the approval kind "${name}": add it to its module's extensions with approvalKinds.with(…)`)
  return found
}
