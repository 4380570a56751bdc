import { invalid, notFound } from '@heng/contract'
import { authorise, createRecords, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { taskKind } from '../../contract/index.ts'
import { elevated } from '../elevated.ts'
import { recordPath } from '../links.ts'
import { assigneeFor } from './assignee.ts'
import { presentWork } from './present.ts'
import { workItem } from './register.ts'
import type { WorkRecord } from './rules.ts'

interface Input {
  readonly title: string
  readonly instructions?: string | null
  readonly dueOn?: string | null
  readonly assignee: string
  readonly subject?: { readonly noun: string; readonly id: string }
}

/** Gives a person a task: the ISMS manager to anybody, department heads within their units, everybody to themselves. */
export const create = async (ctx: Ctx, input: Input) => {
  const to = await assigneeFor(ctx, input.assignee)
  const subject = input.subject === undefined ? null : await subjectOf(ctx, input.subject)
  const [row] = await createRecords(elevated(ctx), workItem, [{
    title: input.title,
    kind: taskKind,
    instructions: input.instructions ?? null,
    dueOn: input.dueOn ?? null,
    assignee: to.id,
    unit: to.unit,
    state: 'open',
    byHand: true,
    subjectNoun: subject?.noun ?? null,
    subjectId: subject?.id ?? null,
    subjectReference: subject?.reference ?? null,
    link: subject === null ? null : recordPath(ctx.kit, subject.noun, subject.id),
    createdBy: ctx.caller.personId,
  }])
  return presentWork(ctx, row as WorkRecord)
}

// A task may be about any record that its giver may read.
const subjectOf = async (ctx: Ctx, { noun, id }: { noun: string; id: string }) => {
  const reg = ctx.kit.registers.get(noun)
  if (reg === undefined) throw invalid('subject.noun', 'choice', { allowed: [...ctx.kit.registers.keys()].join(', ') })
  const [row] = await rowsByIds(ctx, reg, [id])
  if (row === undefined) throw notFound(noun)
  authorise(ctx, `${noun}:read`, resourceOf(reg, row))
  return { noun, id, reference: row.reference }
}
