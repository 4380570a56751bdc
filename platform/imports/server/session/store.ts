import { HengError, notFound, type Row } from '@heng/contract'
import { nextReferences, record, rowsByIds, present, authorise, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { importNoun, type Mapping, type Reading, type RowCounts } from '../../contract/index.ts'
import type { Summary } from '../check/tally.ts'
import { importRegister } from './register.ts'

export type Stage = 'uploaded' | 'mapped' | 'checked' | 'applied' | 'cancelled'

/** A session with what its verbs work on. */
export interface Session {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly noun: string
  readonly file_name: string
  readonly upload: string | null
  readonly stage: Stage
  readonly job: string | null
  readonly started_by: string | null
  readonly user_id: string | null
  /** Data rows of the file. */
  readonly rows: number
  readonly reading: Reading
  readonly mapping: Mapping | null
  readonly summary: Summary | null
  readonly applied_at: string | null
}

const columns = sql`id, reference, version, noun, file_name, upload, stage, job, started_by, user_id, rows, reading, mapping, summary, applied_at`

/** Throws `notFound` for a session that does not exist or that the caller may not see. */
export const sessionOf = async (ctx: Ctx, id: string, lock = false): Promise<Session> => {
  const { rows } = await sql<Session>`select ${columns} from import_session where org_id = ${ctx.org.id} and id = ${id} ${lock ? sql`for update` : sql``}`.execute(ctx.tx)
  const [session] = rows
  if (session === undefined) throw notFound(importNoun.name)
  authorise(ctx, 'import:read', { ownerIds: [session.started_by] })
  return session
}

/** The step that runs, or ran last. */
export interface Step {
  readonly id: string
  readonly kind: string
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
  readonly done: number
  readonly total: number | null
  readonly error: Readonly<Record<string, unknown>> | null
}

/** A session beside its step, as of one instant: a step that is seen as done is never seen beside the session before it. One statement. */
export const sessionAndStep = async (ctx: Ctx, id: string): Promise<{ session: Session; step: Step | null }> => {
  const { rows } = await sql<Session & { step: Step | null }>`select ${columns}, (
      select json_build_object('id', j.id, 'kind', j.kind, 'state', j.state, 'done', j.done, 'total', j.total, 'error', j.error) from job j where j.org_id = s.org_id and j.id = s.job
    ) as step from import_session s where s.org_id = ${ctx.org.id} and s.id = ${id}`.execute(ctx.tx)
  const [row] = rows
  if (row === undefined) throw notFound(importNoun.name)
  authorise(ctx, 'import:read', { ownerIds: [row.started_by] })
  const { step, ...session } = row
  return { session, step }
}

/** Whether the caller began this import: only who began it carries it on, with their own rights. */
export const isOwn = (ctx: Ctx, session: Session): boolean => ctx.caller.system || (ctx.caller.userId !== null && ctx.caller.userId === session.user_id)

/** The session locked for a verb. Throws `import.notYours`, `versionConflict`, and `import.busy` while a job runs. */
export const sessionFor = async (ctx: Ctx, id: string, version?: number): Promise<Session> => {
  const seen = await sessionOf(ctx, id)
  if (!isOwn(ctx, seen)) throw new HengError('import.notYours', { status: 403 })
  // A running step holds the session: to wait for it would take as long as the step itself.
  await refuseBusy(ctx, seen)
  const session = await sessionOf(ctx, id, true)
  if (session.job !== seen.job) await refuseBusy(ctx, session)
  if (version !== undefined && version !== session.version) throw new HengError('versionConflict', { status: 409, data: { current: await presented(ctx, id) } })
  return session
}

const refuseBusy = async (ctx: Ctx, { job }: Session): Promise<void> => {
  if (job === null) return
  const { rows } = await sql`select 1 from job where org_id = ${ctx.org.id} and id = ${job} and state in ('waiting', 'running')`.execute(ctx.tx)
  if (rows.length > 0) throw new HengError('import.busy', { status: 409 })
}

/** The session as the register shows it. */
export const presented = async (ctx: Ctx, id: string): Promise<Row<typeof importNoun>> => {
  const [row] = await rowsByIds(ctx, importRegister, [id])
  return present(ctx, importRegister, row!) as Row<typeof importNoun>
}

export interface NewSession {
  readonly noun: string
  readonly fileName: string
  readonly upload: string | null
  readonly bytes: number | null
  readonly sha256: string | null
  readonly reading: Reading
}

export const insertSession = async (ctx: Ctx, { noun, fileName, upload, bytes, sha256, reading }: NewSession): Promise<string> => {
  const id = v7()
  const [reference] = await nextReferences(ctx, importNoun.name, importNoun.prefix, 1)
  const { personId, userId } = ctx.caller
  await sql`insert into import_session (id, org_id, reference, version, created_at, updated_at, noun, file_name, upload, format, bytes, sha256, stage, rows, started_by, user_id, reading)
    values (${id}, ${ctx.org.id}, ${reference}, 1, ${ctx.now}, ${ctx.now}, ${noun}, ${fileName}, ${upload}, ${reading.format}, ${bytes}, ${sha256}, 'uploaded', ${reading.rows},
      ${personId}, ${userId}, ${JSON.stringify(reading)}::jsonb)`.execute(ctx.tx)
  await record(ctx, { noun: importNoun.name, action: 'created' }, [{ id, reference, version: 1, before: null, after: { noun, fileName, sha256, rows: reading.rows } }])
  return id
}

export interface SessionChange {
  readonly stage?: Stage
  readonly job?: string | null
  readonly reading?: Reading
  readonly mapping?: Mapping | null
  readonly summary?: Summary | null
  readonly appliedAt?: Date
}

/** Counts of a dry run as the columns of the register: what would be written, or what was. */
const counted = (counts: RowCounts | undefined) =>
  sql`created = ${counts?.create ?? null}, updated = ${counts?.update ?? null}, unchanged = ${counts?.unchanged ?? null}, skipped = ${counts?.skip ?? null}, refused = ${counts?.error ?? null}`

/** Writes a session's next state with its history entry. */
export const changeSession = async (ctx: Ctx, session: Session, action: string, change: SessionChange, note: Readonly<Record<string, unknown>> = {}): Promise<void> => {
  const next = { ...session, ...change }
  await sql`update import_session set version = version + 1, updated_at = ${ctx.now}, stage = ${next.stage}, job = ${next.job},
    reading = ${JSON.stringify(next.reading)}::jsonb, rows = ${next.reading.rows}, format = ${next.reading.format},
    mapping = ${next.mapping === null ? null : JSON.stringify(next.mapping)}::jsonb,
    summary = ${next.summary === null ? null : JSON.stringify(next.summary)}::jsonb, ${counted(next.summary?.counts)},
    applied_at = ${change.appliedAt ?? session.applied_at}
    where org_id = ${ctx.org.id} and id = ${session.id}`.execute(ctx.tx)
  await record(ctx, { noun: importNoun.name, action }, [{
    id: session.id, reference: session.reference, version: session.version + 1,
    before: { stage: session.stage, mapping: session.mapping }, after: { stage: next.stage, mapping: next.mapping, counts: next.summary?.counts ?? null, ...note },
  }])
}

/** Whether the caller may look at the rows of a session: who began it, and who may read all of the register. */
export const mayReadRows = (ctx: Ctx, session: Session, readsAll: boolean): boolean => isOwn(ctx, session) || readsAll

