import { createHash } from 'node:crypto'
import { canonicalJson, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import type { CheckHead, Finding, OmissionCheck } from '../../contract/check.ts'
import { linesFrom, sourcesOf, type FullLine, type Sources } from '../content/build.ts'
import { allNeeds, type ByLine, type Needs } from '../needs/needs.ts'
import { openDraft, soaById, type SoaRow } from '../soa/store.ts'
import { findOmissions, type CheckedLine } from './omissions.ts'

const checked = (line: FullLine): CheckedLine => ({
  id: line.stored.id,
  ref: line.ref,
  titleEn: line.titleEn,
  titleZh: line.titleZh,
  applicable: line.applicable,
  reasons: line.reasons,
  reasonText: line.reasonText,
  justification: line.justification,
  implementation: line.implementation,
})

const flat = (by: ByLine) =>
  [...by].map(([ref, risks]) => ({ ref, risks: risks.map((r) => r.id).toSorted() })).toSorted((a, b) => (a.ref < b.ref ? -1 : 1))

/** Of everything that the check looks at: another hash means that its result may no longer hold. */
export const basisHash = (lines: readonly FullLine[], { necessary, suggested, uncontrolled }: Needs): string => {
  const { withoutMeasure, withoutControl } = uncontrolled
  const lacking = [withoutMeasure, withoutControl].map(({ count, risks }) => ({ count, risks: risks.map((r) => r.id).toSorted() }))
  return createHash('sha256')
    .update(canonicalJson({ lines: lines.map(checked), necessary: flat(necessary), suggested: flat(suggested), lacking }))
    .digest('hex')
}

/** Looks for omissions in a draft and records what was found, whoever asked. */
export const runCheck = async (
  ctx: Ctx,
  soa: SoaRow,
  lines: readonly FullLine[],
  { framework, book }: Sources,
): Promise<OmissionCheck> => {
  const needs = await allNeeds(ctx, lines, book)
  const expected = framework.filter((r) => r.kind === 'control' && r.assessable)
  const titles = new Map(expected.map((r) => [r.ref, r]))
  const named = (by: ByLine) =>
    [...by].map(([ref, risks]) => ({ ref, titleEn: titles.get(ref)?.titleEn ?? null, titleZh: titles.get(ref)?.titleZh ?? null, risks }))
  const necessary = named(needs.necessary)
  const { findings, result } = findOmissions(lines.map(checked), expected, { ...needs.uncontrolled, necessary, suggested: named(needs.suggested) })
  const done = {
    id: v7(),
    at: ctx.now.toISOString(),
    by: ctx.caller.name,
    result,
    necessary: necessary.length,
    lines: lines.length,
    findings,
    stale: false,
  }
  await sql`insert into soa_check (id, org_id, soa, at, by, result, necessary, lines, findings, basis_hash)
    values (${done.id}, ${ctx.org.id}, ${soa.id}, ${ctx.now}, ${done.by}, ${result}, ${done.necessary}, ${done.lines},
      ${JSON.stringify(findings)}::jsonb, ${basisHash(lines, needs)})`.execute(ctx.tx)
  await record(ctx, { noun: 'soa', action: 'checked' }, [
    {
      id: soa.id,
      reference: soa.reference,
      version: soa.version,
      before: null,
      after: {
        result,
        errors: findings.filter((f) => f.severity === 'error').length,
        warnings: findings.filter((f) => f.severity === 'warning').length,
      },
    },
  ])
  return done
}

/** The verb: checks a draft without submitting it. */
export const check = async (ctx: Ctx, { id }: { id: string }): Promise<OmissionCheck> => {
  const soa = await openDraft(ctx, id)
  const sources = await sourcesOf(ctx, soa.framework)
  return runCheck(ctx, soa, await linesFrom(ctx, soa, sources), sources)
}

interface StoredCheck extends Omit<CheckHead, 'stale'> {
  readonly basis: string
}

/** The last recorded check of a version; `basis` null for versions that do not change any more. */
export const lastCheck = async (ctx: Ctx, soaId: string, basis: string | null): Promise<CheckHead | null> => {
  const { rows } = await sql<StoredCheck>`select id, at, by, result, necessary, lines, basis_hash as basis from soa_check
    where org_id = ${ctx.org.id} and soa = ${soaId} order by at desc, id desc limit 1`.execute(ctx.tx)
  if (rows[0] === undefined) return null
  const { basis: then, ...found } = rows[0]
  return { ...found, stale: basis !== null && basis !== then }
}

/** What the last recorded check of a version found; nothing where there was none. */
export const findings = async (ctx: Ctx, { id }: { id: string }): Promise<{ findings: Finding[] }> => {
  await soaById(ctx, id)
  const { rows } = await sql<{ findings: Finding[] }>`select findings from soa_check where org_id = ${ctx.org.id} and soa = ${id} order by at desc, id desc limit 1`.execute(ctx.tx)
  return rows[0] ?? { findings: [] }
}
