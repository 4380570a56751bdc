import { HengError, type AnsweredOf } from '@heng/contract'
import { labelsOf, reach, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { z } from 'zod'
import type { imports, Mapping } from '../../contract/index.ts'
import { remembered } from '../mapping/memory.ts'
import { mappingIssues } from '../mapping/check.ts'
import { proposeColumns } from '../mapping/propose.ts'
import { suggest } from '../mapping/suggest.ts'
import { importableFields, targetOf, type Target } from '../target/importable.ts'
import { matchKeys } from '../target/keys.ts'
import { isOwn, mayReadRows, sessionOf, type Session } from './store.ts'
import { sayProblem } from './view.ts'

type Details = AnsweredOf<typeof imports.import.details>

interface JobRow {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly error: Readonly<Record<string, unknown>> | null
}

const jobOf = async (ctx: Ctx, { job }: Session): Promise<Details['job']> => {
  if (job === null) return null
  const { rows } = await sql<JobRow>`select id, kind, state, done, total, error from job where org_id = ${ctx.org.id} and id = ${job}`.execute(ctx.tx)
  const [row] = rows
  if (row === undefined) return null
  const kind = row.kind === 'imports.apply' ? 'apply' : 'check'
  return { ...row, kind, error: (row.error?.[ctx.locale] ?? null) as never }
}

const allowedOf = (ctx: Ctx, session: Session, busy: boolean): Details['allowed'] => {
  if (!isOwn(ctx, session) || session.stage === 'applied' || session.stage === 'cancelled') return []
  if (busy) return ['stop']
  return [
    ...(session.upload === null ? [] : ['read' as const]), 'map', ...(session.mapping === null ? [] : ['check' as const]),
    ...(session.stage === 'checked' ? ['apply' as const] : []), 'discard',
  ]
}

/** Names of the records that defaults and meanings of values point to by id. */
const labelsIn = async (ctx: Ctx, { reg }: Target, { defaults, valueMaps }: Mapping): Promise<Details['labels']> => {
  const named = (texts: readonly string[]) => texts.filter((text) => z.uuid().safeParse(text).success)
  const row = Object.fromEntries(importableFields(reg).map((field) => [field, named([defaults[field] ?? '', ...Object.values(valueMaps[field] ?? {})])]))
  return labelsOf(ctx, reg.noun, [row as unknown as StoredRow])
}

/** Everything that the page of an import shows besides its rows. Five statements, and one per noun that the mapping names records of. */
export const details = async (ctx: Ctx, { id }: { id: string }): Promise<Details> => {
  const session = await sessionOf(ctx, id)
  const { reading, mapping, summary, noun } = session
  if (!mayReadRows(ctx, session, reach(ctx, `${noun}:read`).kind === 'all')) throw new HengError('import.notYours', { status: 403 })
  const target = targetOf(ctx.kit, noun)
  const job = await jobOf(ctx, session)
  const keys = target === undefined ? [] : await matchKeys(ctx, target)
  const proposed = target === undefined ? [] : proposeColumns(ctx.kit, target.reg, reading.header, reading.sample)
  const before = target === undefined || mapping !== null ? undefined : await remembered(ctx, noun, reading.header)
  // A remembered mapping is used only as long as the register still has its fields.
  const usable = before !== undefined && mappingIssues(before, reading.header, target!, keys).length === 0 ? before : undefined
  const suggested = mapping ?? usable ?? suggest(proposed, keys)
  return {
    id, version: session.version, reading, mapping, keys, suggested,
    proposal: usable === undefined ? proposed : asRemembered(proposed, usable),
    fields: target === undefined ? [] : importableFields(target.reg),
    labels: target === undefined ? {} : await labelsIn(ctx, target, suggested),
    counts: summary?.counts ?? null,
    problems: (summary?.reasons ?? []).map((reason) => ({
      field: reason.field, code: reason.code, message: sayProblem(ctx.kit, noun, reason, ctx.locale), rows: reason.rows, firstLine: reason.firstLine,
    })),
    unknownValues: [...(summary?.unknown ?? [])],
    job,
    allowed: allowedOf(ctx, session, job !== null && (job.state === 'waiting' || job.state === 'running')),
  }
}

const asRemembered = (proposed: Details['proposal'], mapping: Mapping): Details['proposal'] =>
  proposed.map((one) => {
    const field = mapping.columns.find(({ column }) => column === one.column)?.field ?? null
    return { ...one, field, confidence: field === null ? null : 'remembered' }
  })
