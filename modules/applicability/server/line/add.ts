import { controlsBeyond } from '@heng/controls/reads'
import { createRecords, type Ctx } from '@heng/server-kit'
import { v7 } from 'uuid'
import { fullLines, type FullLine, type Sources } from '../content/build.ts'
import { filling } from './fill.ts'
import { soaLine } from './register.ts'
import type { StoredLine } from './store.ts'

const ownFrom = 10_000

const undecided = (line: Pick<StoredLine, 'ref' | 'name' | 'requirement' | 'control' | 'position'>): StoredLine => ({
  ...line,
  id: v7(),
  version: 1,
  archived: false,
  applicable: 'undecided',
  reasons: [],
  reasonText: null,
  justification: null,
  description: null,
  document: null,
  implementationOverride: null,
  overrideReason: null,
  linkedRisks: [],
  riskCount: 0,
})

/** A line for every control of Annex A and every own control beyond it that has none among `present`; still to be created. */
export const missingLines = (present: ReadonlySet<string>, { framework, book }: Sources): StoredLine[] => {
  const annexA = framework.filter((r) => r.kind === 'control')
  const own = controlsBeyond(
    book,
    annexA.map((r) => r.id),
  )
  return [
    ...annexA
      .filter((r) => !present.has(r.ref))
      .map((r) =>
        undecided({
          ref: r.ref,
          name: `${r.ref} ${[...new Set([r.titleZh, r.titleEn])].filter((t) => t !== null).join(' · ')}`,
          requirement: r.id,
          control: null,
          position: r.position,
        }),
      ),
    ...own
      .filter((c) => !present.has(c.reference))
      .map((c) =>
        undecided({
          ref: c.reference,
          name: `${c.reference} ${c.name}`,
          requirement: null,
          control: c.id,
          position: ownFrom + Number(c.reference.replace(/\D/g, '')),
        }),
      ),
  ]
}

/** Creates lines of a draft; where they say nothing themselves they say what their controls do. Tells how many that filled. */
export const createLines = async (
  ctx: Ctx,
  soa: string,
  lines: readonly StoredLine[],
  sources: Sources,
): Promise<{ made: FullLine[]; filled: number }> => {
  const values = fullLines(lines, sources).map((line) => filling(line, sources.book))
  const made = lines.map((line, i) => ({ ...line, ...values[i] }))
  await createRecords(
    ctx,
    soaLine,
    made.map(({ version: _version, archived: _archived, riskCount: _count, linkedRisks, ...line }) => ({ ...line, soa, risks: linkedRisks.map((r) => r.id) })),
  )
  return { made: fullLines(made, sources), filled: values.filter((v) => Object.keys(v).length > 0).length }
}
