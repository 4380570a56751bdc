import { HengError, notFound } from '@heng/contract'
import { requirementsByIds, wording } from '@heng/frameworks/reads'
import { createRecords, type Ctx } from '@heng/server-kit'
import { control } from './register.ts'
import { controlsByRequirement } from './store.ts'

interface Input {
  readonly requirements: readonly string[]
  readonly owner?: string | null
  readonly unit?: string | null
}

/**
 * Makes one planned control for each requirement that has none yet, named and described in our wording and the
 * organisation's language; asked again it creates nothing.
 */
export const start = async (ctx: Ctx, { requirements, owner = null, unit = null }: Input) => {
  const wanted = await requirementsByIds(ctx, requirements)
  if (wanted.length < new Set(requirements).size) throw notFound('requirement')
  const heading = wanted.find((r) => !r.assessable)
  if (heading !== undefined) throw new HengError('control.notAssessable', { params: { ref: heading.ref } })
  const held = await controlsByRequirement(ctx, requirements)
  const missing = wanted.filter((r) => !held.has(r.id))
  const rows = await createRecords(
    ctx,
    control,
    missing.map((r) => ({
      name: wording(r, 'title', ctx.org.locale)!.slice(0, 200),
      description: wording(r, 'summary', ctx.org.locale)?.slice(0, 8_000) ?? null,
      type: r.attributes.view ?? null,
      functions: r.attributes.controlType ?? [],
      state: 'planned',
      owner,
      unit,
      requirements: [r.id],
    })),
  )
  return {
    created: rows.map(({ id, reference, name }) => ({ id, reference, name: String(name) })),
    present: wanted.filter((r) => held.has(r.id)).map((r) => r.id),
  }
}
