import type { Permission } from '@heng/contract'
import { authorise, resourceOf, type AnyRegister, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import { specialOf } from '../special/fields.ts'

/** Whoever plans a change must be able to make it: asks for the rights that the item's verbs will ask for. */
export const authoriseItem = (ctx: Ctx, reg: AnyRegister, row: StoredRow, values: Values): void => {
  const resource = resourceOf(reg, row)
  const permissions = new Set<Permission>(Object.keys(values).map((key) => specialOf(reg.noun.name, key)?.permission ?? (`${reg.noun.name}:write` as const)))
  if (permissions.size === 0) permissions.add(`${reg.noun.name}:write`)
  for (const permission of permissions) authorise(ctx, permission, resource)
}
