import { controlBriefs, controlsOfRequirements, type ControlBrief } from '@heng/controls/reads'
import { requirementsOf, type RequirementBrief } from '@heng/frameworks/reads'
import { labelsFor, type Ctx } from '@heng/server-kit'
import type { ContentLine, SoaContent } from '../../contract/content.ts'
import { implementationOf } from '../line/rules.ts'
import { linesOf, type StoredLine } from '../line/store.ts'
import { frozenContent, type SoaRow } from '../soa/store.ts'

/** A line with everything that it draws from other rooms. */
export interface FullLine extends ContentLine {
  readonly stored: StoredLine
  readonly requirement: RequirementBrief | null
  readonly derived: ContentLine['implementation']
}

const briefOf = ({ id, reference, name, state, stateSince, document }: ControlBrief): ContentLine['linkedControls'][number] => ({
  id,
  reference,
  name,
  state,
  stateSince,
  document,
})

/** The lines of a version as they stand now; a fixed number of statements, whatever their number. */
export const currentLines = async (ctx: Ctx, soa: SoaRow): Promise<FullLine[]> =>
  linesFrom(ctx, soa, await requirementsOf(ctx, soa.framework))

/** As `currentLines`, for who has read the requirements of the framework already. */
export const linesFrom = async (ctx: Ctx, soa: SoaRow, framework: readonly RequirementBrief[]): Promise<FullLine[]> => {
  const stored = await linesOf(ctx, soa.id)
  const requirements = new Map(framework.map((r) => [r.id, r]))
  const linked = await controlsOfRequirements(
    ctx,
    stored.flatMap((l) => l.requirement ?? []),
  )
  const own = new Map(
    (
      await controlBriefs(
        ctx,
        stored.flatMap((l) => l.control ?? []),
      )
    ).map((c) => [c.id, c]),
  )
  const risks = await labelsFor(ctx, 'risk', [...new Set(stored.flatMap((l) => l.risks))])
  return stored.map((line) => {
    const requirement = line.requirement === null ? null : (requirements.get(line.requirement) ?? null)
    const control = line.control === null ? undefined : own.get(line.control)
    const controls = control === undefined ? (linked.get(line.requirement ?? '') ?? []) : [control]
    const derived = implementationOf(controls.map((c) => c.state))
    return {
      stored: line,
      requirement,
      derived,
      ref: line.ref,
      name: line.name,
      theme: requirement === null ? 'own' : (requirement.attributes.theme ?? 'organizational'),
      titleEn: requirement?.titleEn ?? control?.name ?? null,
      titleZh: requirement?.titleZh ?? control?.name ?? null,
      applicable: line.applicable,
      reasons: line.reasons,
      reasonText: line.reasonText,
      justification: line.justification,
      implementation: line.implementationOverride ?? derived,
      overridden: line.implementationOverride !== null,
      overrideReason: line.implementationOverride === null ? null : line.overrideReason,
      description: line.description,
      document: line.document,
      linkedControls: controls.map(briefOf),
      linkedRisks: line.risks.flatMap((id) =>
        risks[id] === undefined ? [] : [{ id, reference: risks[id].reference ?? '', title: risks[id].text }],
      ),
    }
  })
}

const contentOfLine = ({ stored: _stored, requirement: _requirement, derived: _derived, ...line }: FullLine): ContentLine => line

export const contentFrom = (ctx: Ctx, soa: SoaRow, lines: readonly FullLine[]): SoaContent => ({
  format: 'heng-soa/1',
  organisation: ctx.org.name,
  reference: soa.reference,
  title: soa.title,
  number: soa.number,
  editionEn: soa.editionEn,
  editionZh: soa.editionZh,
  scope: soa.scope,
  lines: { noun: 'soaLine', rows: lines.map(contentOfLine) },
})

/** What a version says: as frozen when it was submitted, or as it stands now while it is a draft. */
export const contentOf = async (ctx: Ctx, soa: SoaRow): Promise<SoaContent> =>
  (soa.state === 'draft' ? null : await frozenContent(ctx, soa.id)) ?? contentFrom(ctx, soa, await currentLines(ctx, soa))
