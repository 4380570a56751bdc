import type { Ctx } from '@heng/server-kit'
import type { ContentLine } from '../../contract/content.ts'
import type { LineEvidence } from '../../contract/evidence.ts'
import { fullLines, sourcesOf } from '../content/build.ts'
import { bookOf, evidencedControl, testedControls, type TestedBook } from '../evidence/controls.ts'
import { linesOf, type StoredLine } from '../line/store.ts'
import { driftOf, supportOf } from '../line/support.ts'
import { frozenContent, type SoaRow } from '../soa/store.ts'

/** What a line of a version states, with what the controls that answer it today were shown to do. */
export interface StandingLine extends Pick<ContentLine, 'ref' | 'titleEn' | 'titleZh' | 'applicable' | 'overrideReason'> {
  readonly id: string
  readonly version: number
  readonly stated: ContentLine['implementation']
  readonly risks: readonly string[]
  readonly evidence: LineEvidence
}

/** What tests say of a line that states this, and where the two part. */
export const evidenceOf = (stated: ContentLine['implementation'], line: { readonly requirement: string | null; readonly control: string | null }, book: TestedBook): LineEvidence => {
  const own = line.control === null ? undefined : book.byId.get(line.control)
  const controls = line.requirement !== null ? book.of(line.requirement) : own === undefined ? [] : [own]
  const support = supportOf(controls)
  return { ...support, drift: driftOf(stated, support), controls: controls.map(evidencedControl) }
}

const bookFor = async (ctx: Ctx, lines: readonly StoredLine[]): Promise<TestedBook> =>
  bookOf(await testedControls(ctx, { requirements: lines.flatMap((l) => l.requirement ?? []), ids: lines.flatMap((l) => l.control ?? []) }))

type Said = Pick<ContentLine, 'titleEn' | 'titleZh' | 'applicable' | 'implementation' | 'overrideReason'>

const standing = ({ id, version, ref, requirement, control, linkedRisks }: StoredLine, said: Said, book: TestedBook): StandingLine => ({
  id, version, ref, titleEn: said.titleEn, titleZh: said.titleZh, applicable: said.applicable, overrideReason: said.overrideReason, stated: said.implementation,
  risks: linkedRisks.map((r) => r.id), evidence: evidenceOf(said.implementation, { requirement, control }, book),
})

/** Only these lines are looked at; null is all of them. */
export type Which = ((line: StoredLine) => boolean) | null

/** So many risks that a line names are followed from it. */
const risksFollowed = 50

/** Lines of a version beside what tests say: a submitted one as frozen, a draft as it stands. Three statements for a submitted one, four for a draft. */
export const standingLines = async (ctx: Ctx, soa: SoaRow, which: Which = null): Promise<StandingLine[]> => {
  const stored = (await linesOf(ctx, soa.id, risksFollowed)).filter((line) => which === null || which(line))
  if (stored.length === 0) return []
  const content = soa.state === 'draft' ? null : await frozenContent(ctx, soa.id)
  const book = await bookFor(ctx, stored)
  if (content === null) return fullLines(stored, await sourcesOf(ctx, soa.framework)).map((line) => standing(line.stored, line, book))
  const said = new Map(content.lines.rows.map((line) => [line.ref, line]))
  return stored.flatMap((line) => {
    const frozen = said.get(line.ref)
    return frozen === undefined ? [] : [standing(line, frozen, book)]
  })
}
