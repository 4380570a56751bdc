import { fill, locales, type Text } from '@heng/contract'
import { rowsByIds, type Ctx, type DomainEvent } from '@heng/server-kit'
import { messages } from '../../locales/index.ts'
import { notify } from '../notice/notify.ts'
import { closeWork } from '../work/close.ts'
import { bothLanguages } from '../work/notices.ts'
import { openWork } from '../work/open.ts'

const kind = 'approval.decide'

interface Step {
  /** Of the approval. */
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly subjectReference: string | null
  readonly dueOn: string | null
  /** Who may decide now. */
  readonly personIds: readonly string[]
}

const titleOf = ({ title, subjectReference, reference }: Step): Text =>
  Object.fromEntries(locales.map((locale) => [
    locale, fill(messages[locale].titles.decide, { title, reference: subjectReference ?? reference }),
  ])) as unknown as Text

/** A step waits for decisions: everybody who may decide gets the work, since a quorum needs several; that of earlier steps ends. */
export const openDecisions = async (ctx: Ctx, { payload }: DomainEvent): Promise<void> => {
  const step = payload as Step
  await closeWork(ctx, { kind, subject: { id: step.id }, except: step.personIds }, { state: 'cancelled', by: null })
  await openWork(ctx, step.personIds.map((assignee) => ({
    kind, assignee, title: titleOf(step), dueOn: step.dueOn, subject: { noun: 'approval', id: step.id, reference: step.reference },
  })))
}

/** Somebody decided: their part is done. */
export const noteDecision = async (ctx: Ctx, { payload }: DomainEvent): Promise<void> => {
  const { id, personId } = payload as { id: string; personId: string }
  await closeWork(ctx, { kind, subject: { id }, assignees: [personId] }, { by: personId })
}

/** The approval has ended: nobody needs to decide any more, and whoever asked for it hears how it ended. */
export const closeDecisions = async (ctx: Ctx, { payload }: DomainEvent): Promise<void> => {
  const { id, outcome } = payload as { id: string; outcome: 'approved' | 'rejected' | 'withdrawn' }
  await closeWork(ctx, { kind, subject: { id } }, { state: 'cancelled', by: null })
  const reg = ctx.kit.registers.get('approval')
  const [approval] = reg === undefined ? [] : await rowsByIds(ctx, reg, [id])
  if (outcome === 'withdrawn' || approval === undefined || typeof approval.requestedBy !== 'string') return
  const words = { title: approval.title, reference: approval.subjectReference ?? approval.reference }
  await notify(ctx, [{
    person: approval.requestedBy, kind: 'decision', title: bothLanguages((m) => m[outcome], () => words), link: `approvals/${id}`, key: `decision:${id}`,
  }])
}
