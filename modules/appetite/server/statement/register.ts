import { HengError } from '@heng/contract'
import { criteriaInForce } from '@heng/risks/reads'
import { allows, canonicalJson, newIds, register, type Ctx, type Draft, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { riskAppetite as noun, type Line, type Together } from '../../contract/statement.ts'
import { defaultPercentile, defaultPolicy, firstLine, noAmounts } from './defaults.ts'
import { forgetStatement, statementInForce } from './inForce.ts'
import { checkLines, checkTogether, mayBecome, type StatementState } from './rules.ts'

const contents = ['name', 'words', 'reviewDue', 'percentile', 'currency', 'lines', 'together', 'policy'] as const
/** What top management approves; frozen word for word. */
export const contentOf = (row: StoredRow) => Object.fromEntries(contents.map((key) => [key, row[key] ?? null]))

/** A statement with nothing in it starts from the one in force, so that only changes need typing, or else from the risk criteria. */
const begin = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const now = await statementInForce(ctx)
  const criteria = now === null ? await criteriaInForce(ctx) : null
  if (now === null && criteria === null) throw new HengError('appetite.noCriteria', { status: 409 })
  for (const { after } of drafts) {
    after.lines = now?.lines ?? [firstLine(newIds(1)[0]!, criteria!.acceptance)]
    after.words ??= now?.words ?? null
    after.percentile ??= now?.percentile ?? null
    after.together ??= now?.together ?? null
    after.policy ??= now?.policy ?? null
  }
}

const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const empty = drafts.filter(({ before, after }) => before === null && after.lines === null)
  if (empty.length > 0) await begin(ctx, empty)
  for (const { before, after } of drafts) {
    after.state ??= 'draft'
    after.percentile ??= defaultPercentile
    after.currency = before?.currency ?? ctx.org.currency
    after.together ??= noAmounts
    after.policy ??= defaultPolicy
  }
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

/** Units that lines name and that are not there. One statement. */
const checkUnits = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const named = new Set(drafts.flatMap(({ after }) => (after.lines as Line[]).flatMap(({ unit }) => unit ?? [])))
  if (named.size === 0) return
  const { rows } = await sql<{ id: string }>`select id from unit where org_id = ${ctx.org.id} and id = any(${[...named]}::uuid[])`.execute(ctx.tx)
  for (const { id } of rows) named.delete(id)
  for (const { after } of drafts) {
    const at = (after.lines as Line[]).findIndex(({ unit }) => unit !== null && named.has(unit))
    if (at !== -1) throw new HengError('invalid', { fields: [{ path: `lines.${at}.unit`, code: 'reference' }] })
  }
}

const check = async (ctx: Ctx, drafts: readonly Draft[], action: string): Promise<void> => {
  forgetStatement(ctx)
  for (const { before, after } of drafts) {
    const [was, is] = [before?.state as StatementState | undefined, after.state as StatementState]
    if (was !== undefined && was !== is && !mayBecome(was, is)) throw new HengError('appetite.statementState', { status: 409, params: { state: was } })
    if (action === 'archived' && (was === 'approved' || was === 'inReview')) throw new HengError('appetite.statementInUse', { status: 409 })
    const changed = before !== null && contents.some((key) => !same(before[key], after[key]))
    if (changed && (was !== 'draft' || is !== 'draft')) throw new HengError('appetite.statementFrozen', { status: 409 })
    if (after.lines === null) throw new HengError('invalid', { fields: [{ path: 'lines', code: 'required' }] })
    checkLines(after.lines as Line[])
    checkTogether(after.together as Together)
  }
  await checkUnits(ctx, drafts.filter(({ before, after }) => !same(before?.lines, after.lines)))
}

export const statement = register(noun, {
  table: 'risk_appetite',
  importable: false,
  derive,
  check,
  frozen: (row) => row.state !== 'draft' && row.state !== 'superseded',
  actions: (ctx, row): string[] => (row.archivedAt === null && row.state === 'draft' && allows(ctx, 'riskAppetite:submit') ? ['submit'] : []),
})
