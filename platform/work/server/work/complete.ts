import { emit, type Ctx } from '@heng/server-kit'
import { changeWork, workFor, type Versioned } from './change.ts'

/** Reports work as done. Evidence is attached to it beforehand; the record it is about hears of it by `work.completed`. */
export const complete = async (ctx: Ctx, input: Versioned & { result?: string }) => {
  const row = await workFor(ctx, input, 'complete')
  const done = await changeWork(ctx, row, {
    state: 'done',
    assignee: row.assignee ?? ctx.caller.personId,
    result: input.result ?? null,
    completedAt: ctx.now.toISOString(),
    completedBy: ctx.caller.personId,
  })
  await emit(ctx, 'work.completed', {
    id: row.id, kind: row.kind, noun: row.subjectNoun, recordId: row.subjectId, personId: ctx.caller.personId, result: input.result ?? null,
  })
  return done
}
