import { HengError, invalid } from '@heng/contract'
import { requestApproval } from '@heng/approvals/reads'
import { holdersOf, signInAble } from '@heng/directory/reads'
import type { Ctx, StoredRow } from '@heng/server-kit'
import { addDays } from '@heng/work/contract'
import { usualWait } from '../../contract/exception.ts'
import { dayIn } from '../dates.ts'
import { loadIn, shown } from './load.ts'
import { checkListed } from './register.ts'
import { borneUntil, isGrave, stepsOf, type Borne } from './rules.ts'
import { borneOf, listed, type Listed } from './store.ts'

/** Approvers read what is asked for in these words; states, which the decision itself moves, are left out. */
export const contentOf = (row: StoredRow, rows: readonly Listed[]) => ({ title: row.title, until: row.until as string, reason: row.reason, compensation: row.compensation ?? null, borne: borneOf(rows) })

/** Nothing can be borne that is not named, nor for longer than it may be. */
export const checkTerms = (ctx: Ctx, until: string, rows: readonly Borne[]): void => {
  if (rows.length === 0) throw new HengError('vulnerabilityException.empty', { fields: [{ path: 'vulnerabilities', code: 'required' }] })
  const { first, last } = borneUntil(dayIn(ctx.org.timezone, ctx.now), rows)
  if (until < first || until > last) throw new HengError('vulnerabilityException.until', { params: { first, last }, fields: [{ path: 'until', code: 'custom' }] })
}

/**
 * Asks the owners of the assets, the ISMS manager and, where it is grave, top management to bear these vulnerabilities until a day. Throws
 * `vulnerabilityException.empty`, `.notOpen`, `.until`, and `approval.noApprover` where nobody but the requester could decide.
 */
export const submit = async (ctx: Ctx, { id, version, dueOn }: { id: string; version: number; dueOn?: string | undefined }) => {
  const row = await loadIn(ctx, { id, version }, 'draft')
  const [ids, until, today] = [row.vulnerabilities as string[], row.until as string, dayIn(ctx.org.timezone, ctx.now)]
  const rows = await listed(ctx, ids)
  checkListed(ctx, ids, rows)
  checkTerms(ctx, until, rows)
  if (dueOn !== undefined && (dueOn < today || dueOn > until)) throw invalid('dueOn', 'custom')
  const usual = addDays(today, usualWait)
  const able = await signInAble(ctx, [...new Set(rows.flatMap(({ owner }) => owner ?? []))])
  const [managers] = await holdersOf(ctx, [{ role: 'ismsManager', unitId: null }])
  await requestApproval(ctx, {
    kind: 'vulnerabilityException', noun: 'vulnerabilityException', recordId: id, reference: row.reference, title: row.title as string,
    dueOn: dueOn ?? (usual < until ? usual : until), snapshot: contentOf(row, rows),
    steps: stepsOf({ requester: ctx.caller.personId, owners: [...able], ismsManagers: managers!, grave: isGrave(rows) }),
  })
  return shown(ctx, { ...row, state: 'inReview', version: row.version + 1 })
}
