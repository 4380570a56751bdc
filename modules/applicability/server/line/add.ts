import { controlsBeyond } from '@heng/controls/reads'
import type { RequirementBrief } from '@heng/frameworks/reads'
import { createRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import type { SoaRow } from '../soa/store.ts'
import { soaLine } from './register.ts'
import { refsOf } from './store.ts'

const ownFrom = 10_000

/** Adds a line for every control of Annex A and every own control beyond it that has none; asked again it adds nothing. */
export const addMissingLines = async (ctx: Ctx, soa: SoaRow, framework: readonly RequirementBrief[]): Promise<StoredRow[]> => {
  const present = await refsOf(ctx, soa.id)
  const annexA = framework.filter((r) => r.kind === 'control')
  const own = await controlsBeyond(
    ctx,
    annexA.map((r) => r.id),
  )
  const common = { soa: soa.id, applicable: 'undecided' }
  return createRecords(ctx, soaLine, [
    ...annexA
      .filter((r) => !present.has(r.ref))
      .map((r) => ({
        ...common,
        ref: r.ref,
        name: `${r.ref} ${[...new Set([r.titleZh, r.titleEn])].filter((t) => t !== null).join(' · ')}`,
        requirement: r.id,
        control: null,
        position: r.position,
      })),
    ...own
      .filter((c) => !present.has(c.reference))
      .map((c) => ({
        ...common,
        ref: c.reference,
        name: `${c.reference} ${c.name}`,
        requirement: null,
        control: c.id,
        position: ownFrom + Number(c.reference.replace(/\D/g, '')),
      })),
  ])
}
