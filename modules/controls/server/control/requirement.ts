import { notFound } from '@heng/contract'
import { requirementsByIds } from '@heng/frameworks/reads'
import { labelsFor, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { control } from './register.ts'
import { controlsByRequirement, mayRead } from './store.ts'

/** Controls that answer a requirement, as far as the caller may see them. */
export const ofRequirement = async (ctx: Ctx, { id }: { id: string }) => {
  const items = ((await controlsByRequirement(ctx, [id])).get(id) ?? []).filter((row) => mayRead(ctx, row))
  return {
    items,
    labels: await labelsFor(
      ctx,
      'person',
      items.flatMap((row) => row.owner ?? []),
    ),
  }
}

/** Ties controls to a requirement or unties them; a change of each control, with history. */
export const link = async (ctx: Ctx, { id, controls, linked }: { id: string; controls: readonly string[]; linked: boolean }) => {
  if ((await requirementsByIds(ctx, [id])).length === 0) throw notFound('requirement')
  const ids = [...new Set(controls)]
  const before = new Map((await rowsByIds(ctx, control, ids)).map((row) => [row.id, (row.requirements ?? []) as string[]]))
  const changing = ids.filter((each) => before.get(each)?.includes(id) !== linked)
  await updateRecords(
    ctx,
    control,
    changing.map((each) => {
      const others = (before.get(each) ?? []).filter((r) => r !== id)
      return { id: each, values: { requirements: (linked ? [...others, id] : others).toSorted() } }
    }),
  )
  return { changed: changing.length }
}
