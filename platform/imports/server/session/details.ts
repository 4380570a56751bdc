import { HengError, type AnsweredOf } from '@heng/contract'
import { labelsOf, reach, type Ctx, type StoredRow } from '@heng/server-kit'
import { z } from 'zod'
import type { imports, Mapping } from '../../contract/index.ts'
import { learned, remembered, type Learned } from '../mapping/memory.ts'
import { mappingIssues } from '../mapping/check.ts'
import { proposeColumns } from '../mapping/propose.ts'
import { suggest } from '../mapping/suggest.ts'
import { importableFields, targetOf, type Target } from '../target/importable.ts'
import { matchKeys } from '../target/keys.ts'
import { isOwn, mayReadRows, sessionAndStep, type Session, type Step } from './store.ts'
import { sayProblem } from './view.ts'

type Details = AnsweredOf<typeof imports.import.details>

const jobView = (step: Step | null, { locale }: Ctx): Details['job'] =>
  step === null ? null : { ...step, kind: step.kind === 'imports.apply' ? 'apply' : 'check', error: (step.error?.[locale] ?? null) as never }

const allowedOf = (ctx: Ctx, session: Session, busy: boolean): Details['allowed'] => {
  if (!isOwn(ctx, session) || session.stage === 'applied' || session.stage === 'cancelled') return []
  if (busy) return ['stop']
  return [
    ...(session.upload === null ? [] : ['read' as const]), 'map', ...(session.mapping === null ? [] : ['check' as const]),
    ...(session.stage === 'checked' ? ['apply' as const] : []), 'discard',
  ]
}

/** Names of the records that defaults and meanings of values point to by id. */
const labelsIn = async (ctx: Ctx, target: Target, { defaults, valueMaps }: Mapping): Promise<Details['labels']> => {
  const named = (texts: readonly string[]) => texts.filter((text) => z.uuid().safeParse(text).success)
  const row = Object.fromEntries(importableFields(target).map((field) => [field, named([defaults[field] ?? '', ...Object.values(valueMaps[field] ?? {})])]))
  return labelsOf(ctx, target.reg.noun, [row as unknown as StoredRow])
}

/** A first mapping, with the meanings that texts of the proposed fields were given before. */
const suggestWith = ({ valueMaps }: Learned, proposed: Details['proposal'], keys: Details['keys']): Mapping => ({
  ...suggest(proposed, keys),
  valueMaps: Object.fromEntries(Object.entries(valueMaps).filter(([field]) => proposed.some((one) => one.field === field))),
})

const nothingLearned: Learned = { columns: new Map(), valueMaps: {} }

/** Everything that the page of an import shows besides its rows. Five statements, and one per noun that the mapping names records of. */
export const details = async (ctx: Ctx, { id }: { id: string }): Promise<Details> => {
  const { session, step } = await sessionAndStep(ctx, id)
  const { reading, mapping, summary, noun } = session
  if (!mayReadRows(ctx, session, reach(ctx, `${noun}:read`).kind === 'all')) throw new HengError('import.notYours', { status: 403 })
  const target = targetOf(ctx.kit, noun)
  const job = jobView(step, ctx)
  const keys = target === undefined ? [] : await matchKeys(ctx, target)
  // While a step runs, the page asks twice a second and shows no columns.
  const busy = job !== null && (job.state === 'waiting' || job.state === 'running')
  const before = busy ? nothingLearned : await learned(ctx, noun)
  const proposed = target === undefined || busy ? [] : proposeColumns(ctx.kit, target.reg, reading.header, reading.sample, before.columns)
  const last = target === undefined || mapping !== null ? undefined : await remembered(ctx, noun, reading.header)
  // A remembered mapping is used only as long as the register still has its fields.
  const usable = last !== undefined && mappingIssues(last, reading.header, target!, keys).length === 0 ? last : undefined
  const suggested = mapping ?? usable ?? suggestWith(before, proposed, keys)
  return {
    id, version: session.version, reading, mapping, keys, suggested,
    proposal: usable === undefined ? proposed : asRemembered(proposed, usable),
    fields: target === undefined ? [] : importableFields(target),
    further: (target?.support?.further?.columns ?? []).map(({ name, title }) => ({ name, title })),
    implied: (target?.support?.implied ?? []).map(({ field, from }) => ({ field, from })),
    labels: target === undefined ? {} : await labelsIn(ctx, target, suggested),
    counts: summary?.counts ?? null,
    problems: (summary?.reasons ?? []).map((reason) => ({
      field: reason.field, code: reason.code, message: sayProblem(ctx.kit, noun, reason, ctx.locale), rows: reason.rows, firstLine: reason.firstLine,
      values: [...(reason.said?.values ?? [])], moreValues: reason.said?.more ?? 0,
    })),
    unknownValues: [...(summary?.unknown ?? [])],
    job,
    allowed: allowedOf(ctx, session, busy),
  }
}

const asRemembered = (proposed: Details['proposal'], mapping: Mapping): Details['proposal'] =>
  proposed.map((one) => {
    const field = mapping.columns.find(({ column }) => column === one.column)?.field ?? null
    return { ...one, field, confidence: field === null ? null : 'remembered' }
  })
