import { controlBook, controlsOfRequirements, type ControlBrief, type ControlEntry } from '@heng/controls/reads'
import { requirementsOf, type RequirementBrief } from '@heng/frameworks/reads'
import type { Ctx } from '@heng/server-kit'
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

/** What lines draw from: the requirements of the framework and the organisation's controls. */
export interface Sources {
  readonly framework: readonly RequirementBrief[]
  readonly book: readonly ControlEntry[]
}

/** Two statements. */
export const sourcesOf = async (ctx: Ctx, framework: string): Promise<Sources> => ({
  framework: await requirementsOf(ctx, framework),
  book: await controlBook(ctx),
})

/** The lines of a version as they stand now; one statement, whatever their number. */
export const linesFrom = async (ctx: Ctx, soa: SoaRow, sources: Sources): Promise<FullLine[]> => fullLines(await linesOf(ctx, soa.id), sources)

/** Stored lines with everything that they draw from elsewhere. */
export const fullLines = (stored: readonly StoredLine[], { framework, book }: Sources): FullLine[] => {
  const requirements = new Map(framework.map((r) => [r.id, r]))
  const linked = controlsOfRequirements(book)
  const byId = new Map(book.map((c) => [c.id, c]))
  return stored.map((line) => {
    const requirement = line.requirement === null ? null : (requirements.get(line.requirement) ?? null)
    const control = line.control === null ? undefined : byId.get(line.control)
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
      linkedRisks: line.linkedRisks,
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
  (soa.state === 'draft' ? null : await frozenContent(ctx, soa.id)) ?? contentFrom(ctx, soa, await linesFrom(ctx, soa, await sourcesOf(ctx, soa.framework)))
