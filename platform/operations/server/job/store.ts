import { notFound, type ErrorBody, type Locale } from '@heng/contract'
import { personsOfAccounts } from '@heng/directory/reads'
import { authorise, labelsFor, reach, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { JobRow, JobState } from '../../contract/index.ts'
import { allowedOnJob, ownerOf } from './rules.ts'

interface Stored {
  readonly id: string
  readonly kind: string
  readonly state: JobState
  readonly done: number
  readonly total: number | null
  readonly cancel_requested: boolean
  readonly result: unknown
  readonly error: Readonly<Record<Locale, ErrorBody>> | null
  readonly started_by: string | null
  readonly created_at: string
  readonly started_at: string | null
  readonly finished_at: string | null
}

const columns = sql`id, kind, state, done, total, cancel_requested, result, error, started_by, created_at, started_at, finished_at`

/** Name of a kind of job or task; one that no room names is shown as it is. */
export const kindLabel = (ctx: Pick<Ctx, 'kit' | 'locale'>, kind: string): string => ctx.kit.errors[ctx.locale].kinds[kind] ?? kind

/** Jobs that the caller may see, as a condition: all, or those they started. */
export const seen = (ctx: Ctx): RawBuilder<unknown> =>
  reach(ctx, 'job:read').kind === 'all' ? sql`true` : sql`started_by = ${ctx.caller.userId}`

export const jobsWhere = async (ctx: Ctx, condition: RawBuilder<unknown>, limit: number): Promise<JobRow[]> => {
  const { rows } = await sql<Stored>`select ${columns} from job where org_id = ${ctx.org.id} and ${condition} order by id desc limit ${limit}`.execute(ctx.tx)
  return presentJobs(ctx, rows)
}

/** @throws HengError `notFound` for a job that is not the caller's to see, `forbidden` for one that is not theirs to change */
export const jobById = async (ctx: Ctx, id: string, permission: 'job:read' | 'job:write' = 'job:read'): Promise<JobRow> => {
  const { rows } = await sql<Stored>`select ${columns} from job where org_id = ${ctx.org.id} and id = ${id}
    ${permission === 'job:write' ? sql`for update` : sql``}`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('job')
  authorise(ctx, permission, ownerOf(ctx, { startedBy: rows[0].started_by }))
  return (await presentJobs(ctx, rows))[0]!
}

const figuresOf = ({ kit, locale }: Ctx, { kind, result }: Stored): JobRow['figures'] =>
  Object.entries(typeof result === 'object' && result !== null ? result : {}).flatMap(([key, value]) => {
    const label = kit.errors[locale].kinds[`${kind}.${key}`]
    return label === undefined || typeof value !== 'number' ? [] : [{ label, value }]
  })

const presentJobs = async (ctx: Ctx, rows: readonly Stored[]): Promise<JobRow[]> => {
  const accounts = [...new Set(rows.flatMap(({ started_by }) => started_by ?? []))]
  const persons = await personsOfAccounts(ctx, accounts)
  const names = await labelsFor(ctx, 'person', [...new Set(persons.values())])
  return rows.map((row) => {
    const mine = row.started_by !== null && row.started_by === ctx.caller.userId
    const error = row.error?.[ctx.locale]
    const standing = { state: row.state, cancelRequested: row.cancel_requested, startedBy: row.started_by }
    return {
      id: row.id, kind: row.kind, kindLabel: kindLabel(ctx, row.kind), state: row.state, done: row.done, total: row.total,
      cancelRequested: row.cancel_requested, mine,
      result: mine ? row.result : null,
      figures: mine ? figuresOf(ctx, row) : [],
      error: error == null ? null : { code: error.code, message: error.message, hint: error.hint ?? null },
      startedBy: names[persons.get(row.started_by ?? '') ?? '']?.text ?? null,
      createdAt: row.created_at, startedAt: row.started_at, finishedAt: row.finished_at,
      allowed: allowedOnJob(ctx, standing),
    }
  })
}
