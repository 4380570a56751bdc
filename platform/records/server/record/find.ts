import { notFound, type Permission } from '@heng/contract'
import { allows, authorise, resourceOf, rowsByIds, type AnyRegister, type Ctx, type Resource, type StoredRow } from '@heng/server-kit'

export interface FoundRecord {
  readonly reg: AnyRegister
  readonly row: StoredRow
  readonly resource: Resource
}

/**
 * A record of any noun that the caller may read. A noun without a register, a record that does not exist and one
 * that may not be read are answered alike: 404 `notFound`.
 */
export const readableRecord = async (ctx: Ctx, noun: string, id: string): Promise<FoundRecord> => {
  const reg = ctx.kit.registers.get(noun)
  if (reg === undefined) throw notFound(noun)
  const [row] = await rowsByIds(ctx, reg, [id])
  if (row === undefined) throw notFound(noun)
  const resource = resourceOf(reg, row)
  authorise(ctx, `${noun}:read`, resource)
  return { reg, row, resource }
}

/**
 * Whether the caller may add to or take from what hangs on a record. Who may change the record may; a room lets others
 * do it by granting `noun:attach`.
 */
export const mayAttach = (ctx: Ctx, { reg, row, resource }: FoundRecord): boolean => {
  const may = (verb: string) => allows(ctx, `${reg.noun.name}:${verb}` as Permission, resource)
  return row.archivedAt === null && (may('write') || may('attach'))
}

/** Which of these records the caller may read, as `noun id`; one statement per noun, two where it has link fields. */
export const readableOf = async (ctx: Ctx, refs: readonly { noun: string; recordId: string }[]): Promise<Set<string>> => {
  const byNoun = Map.groupBy(refs, (ref) => ref.noun)
  const found = new Set<string>()
  for (const [noun, group] of byNoun) {
    const reg = ctx.kit.registers.get(noun)
    if (reg === undefined || !allows(ctx, `${noun}:read` as Permission)) continue
    for (const row of await rowsByIds(ctx, reg, group.map((ref) => ref.recordId))) {
      if (allows(ctx, `${noun}:read` as Permission, resourceOf(reg, row))) found.add(`${noun} ${row.id}`)
    }
  }
  return found
}
