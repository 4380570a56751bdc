import { wordingIn, type Wording } from '@heng/contract'
import { allows, type Resource } from '../authorise/authorise.ts'
import type { Ctx } from '../context.ts'
import type { StoredRow } from './columns.ts'
import type { AnyRegister } from './types.ts'

export const resourceOf = (reg: AnyRegister, row: StoredRow): Resource => {
  const { resource, kinds } = reg.options
  const found = resource?.(row) ?? {
    unitId: reg.noun.unit === undefined ? null : (row[reg.noun.unit] as string | null),
    ownerIds: (reg.noun.owners ?? []).map((key) => row[key] as string | null),
  }
  return kinds === undefined ? found : { ...found, needs: kinds.permissions[row[kinds.field] as string] ?? `${reg.noun.name}:none` }
}

export type PresentedRow = StoredRow & { allowed: string[] }

const bilingual = new WeakMap<AnyRegister, readonly string[]>()
/** Fields that are kept in both languages; worked out once, as every row is presented with them. */
const bilingualFields = (reg: AnyRegister): readonly string[] => {
  const known = bilingual.get(reg)
  if (known !== undefined) return known
  const made = Object.entries(reg.noun.fields).flatMap(([key, field]) => (field.bilingual === true ? [key] : []))
  bilingual.set(reg, made)
  return made
}

/** A row with its texts in the reader's language and the actions that this caller may take on it, so that no page guesses permissions. */
export const present = (ctx: Ctx, reg: AnyRegister, row: StoredRow): PresentedRow => presentRead(ctx, reg, { ...row })

/** As `present`, of a row that was read for nothing else: it becomes what is shown. */
export const presentRead = (ctx: Ctx, reg: AnyRegister, row: StoredRow): PresentedRow => {
  // The past is looked at and not changed; what the caller could do, today's record tells.
  if (ctx.asOf !== null) return Object.assign(row, { ...inLanguageOf(ctx, reg, row), allowed: [] })
  const mayWrite = allows(ctx, `${reg.noun.name}:write`, resourceOf(reg, row))
  const frozen = reg.options.frozen?.(row) ?? false
  const basic = !mayWrite ? [] : row.archivedAt !== null ? ['restore'] : frozen ? [] : ['update', 'archive']
  const actions = reg.options.actions?.(ctx, row) ?? []
  return Object.assign(row, { ...inLanguageOf(ctx, reg, row), allowed: [...basic, ...actions] })
}

/** Puts the texts of a row into the reader's language; answers with what depends on the reader beside them. */
const inLanguageOf = (ctx: Ctx, reg: AnyRegister, row: StoredRow): Readonly<Record<string, unknown>> | undefined => {
  const shown = reg.options.shown?.(ctx, row)
  for (const key of bilingualFields(reg)) if (typeof row[key] === 'object' && row[key] !== null) row[key] = wordingIn(ctx.locale, row[key] as Wording)
  return shown
}
