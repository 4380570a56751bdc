import { requirementsOf } from '@heng/frameworks/reads'
import { mostNeeding } from '@heng/risks/reads'
import { allows, type Ctx } from '@heng/server-kit'
import type { ContentLine } from '../../contract/content.ts'
import type { SomeRisks, WorkingLine } from '../../contract/index.ts'
import { basisHash, lastCheck } from '../check/check.ts'
import { fullLines, sourcesOf } from '../content/build.ts'
import { evidenceOf } from '../drift/lines.ts'
import { bookOf, testedControls } from '../evidence/controls.ts'
import { linesOf } from '../line/store.ts'
import { allNeeds, type RiskBrief } from '../needs/needs.ts'
import { proposalOf } from '../needs/proposal.ts'
import { shown } from './shown.ts'
import { frozenContent, soaById, type SoaRow } from './store.ts'

/** How many risks of each line are named in the list of lines. */
const few = 3

const some = (risks: readonly { readonly reference: string }[], count = risks.length, capped = false): SomeRisks => ({ count, capped, references: risks.slice(0, few).map((r) => r.reference) })

/** Of those that suggest a line only the highest are looked up. */
const suggesting = (risks: readonly RiskBrief[]): SomeRisks => some(risks, risks.length, risks.length >= mostNeeding)

type Stored = Awaited<ReturnType<typeof linesOf>>[number]
type Requirement = Awaited<ReturnType<typeof requirementsOf>>[number]

/** What a line of any version has of its record and of the standard. */
const standing = ({ id, version, requirement, control }: Stored, of: Requirement | null) => ({
  id, version, requirement, control, summaryEn: of?.summaryEn ?? null, summaryZh: of?.summaryZh ?? null, view: of?.attributes.view ?? null,
})

/** A draft as it stands now, with what risks and tests propose and the standing of its last check. */
const draft = async (ctx: Ctx, soa: SoaRow) => {
  const sources = await sourcesOf(ctx, soa.framework)
  const lines = fullLines(await linesOf(ctx, soa.id, few), sources)
  const needs = await allNeeds(ctx, lines, sources.book)
  const tested = bookOf(await testedControls(ctx, { requirements: lines.flatMap((l) => l.requirement?.id ?? []), ids: lines.flatMap((l) => l.stored.control ?? []) }))
  const allowed = allows(ctx, 'soaLine:write', {}) ? ['update'] : []
  const check = await lastCheck(ctx, soa.id, basisHash(lines, needs))
  const working = lines.map(({ stored, requirement, derived, linkedRisks, ...line }): WorkingLine => {
    const proposal = proposalOf({ ...line, linkedRisks }, needs)
    return {
      ...line,
      linkedRisks: some(linkedRisks, stored.riskCount),
      ...standing(stored, requirement),
      derivedImplementation: derived,
      implementationOverride: stored.implementationOverride,
      proposal: proposal === null ? null : { reasons: proposal.reasons, risks: suggesting(proposal.risks) },
      evidence: line.applicable === 'no' ? null : evidenceOf(line.implementation, stored, tested),
      allowed: stored.control === null ? allowed : [...allowed, ...allowed.map(() => 'archive')],
    }
  })
  return { lines: working, check }
}

/** A version that was submitted: word for word what was frozen, whatever its controls and risks have become. */
const frozen = async (ctx: Ctx, soa: SoaRow, rows: readonly ContentLine[]) => {
  const stored = new Map((await linesOf(ctx, soa.id, 0)).map((l) => [l.ref, l]))
  const requirements = new Map((await requirementsOf(ctx, soa.framework)).map((r) => [r.ref, r]))
  const lines = rows.flatMap((line): WorkingLine[] => {
    const own = stored.get(line.ref)
    if (own === undefined) return []
    const requirement = requirements.get(line.ref)
    return [
      {
        ...line,
        linkedRisks: some(line.linkedRisks),
        ...standing(own, requirement ?? null),
        derivedImplementation: line.overridden ? null : line.implementation,
        implementationOverride: line.overridden ? line.implementation : null,
        proposal: null,
        evidence: null,
        allowed: [],
      },
    ]
  })
  return { lines, check: await lastCheck(ctx, soa.id, null) }
}

/** Every line of a version with its controls, what is behind it and the standing of the last check: the page of the statement in one answer. */
export const lines = async (ctx: Ctx, { id }: { id: string }) => {
  const row = await soaById(ctx, id)
  const content = row.state === 'draft' ? null : await frozenContent(ctx, id)
  const found = content === null ? await draft(ctx, row) : await frozen(ctx, row, content.lines.rows)
  return { soa: shown(ctx, row), ...found }
}
