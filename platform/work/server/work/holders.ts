import { holdersOf as holdersOfRoles } from '@heng/directory/reads'
import type { Ctx } from '@heng/server-kit'
import type { WorkRecord } from './rules.ts'

/** A person whom a piece of work waits for. */
export interface Holder {
  readonly item: string
  readonly person: string
}

/** Whom each piece of work waits for: its assignee, or everybody who holds its role over its unit today. One statement for any number of items. */
export const holdersOf = async (ctx: Ctx, rows: readonly WorkRecord[]): Promise<Holder[]> => {
  const open = rows.filter(({ assignee }) => assignee === null)
  const asked = [...new Map(open.map(({ role, unit }) => [`${role} ${unit}`, { role: role!, unitId: unit }])).entries()]
  const people = await holdersOfRoles(ctx, asked.map(([, question]) => question))
  const byKey = new Map(asked.map(([key], i) => [key, people[i]!]))
  return rows.flatMap(({ id, assignee, role, unit }) =>
    (assignee === null ? byKey.get(`${role} ${unit}`)! : [assignee]).map((person) => ({ item: id, person })))
}
