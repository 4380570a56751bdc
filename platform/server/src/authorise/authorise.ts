import { forbidden, notFound, type Permission } from '@heng/contract'
import type { Caller } from '../context.ts'
import type { Grants } from '../module.ts'

type Ctx = { readonly caller: Caller; readonly asOf?: Date | null; readonly kit: { readonly grants: ReadonlyMap<Permission, Grants> } }

/** What a decision looks at: the unit a record belongs to and the persons who own it. */
export interface Resource {
  readonly unitId?: string | null
  readonly ownerIds?: readonly (string | null | undefined)[]
  /** Asked for besides, and for the whole organisation. */
  readonly needs?: Permission
}

/** How far a permission reaches for this caller: everything, nothing, or some units and the caller's own records. */
export type Reach =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  | { readonly kind: 'some'; readonly unitIds: readonly string[]; readonly personId: string | null }

/**
 * Deny by default: a permission that no room declares reaches nothing. Nobody changes the past, the system neither; who may see it
 * is judged by the rights of today. O(roles held).
 */
export const reach = ({ caller, kit, asOf }: Ctx, permission: Permission): Reach => {
  if (asOf != null && !permission.endsWith(':read')) return { kind: 'none' }
  if (caller.system) return { kind: 'all' }
  const grants = kit.grants.get(permission) ?? {}
  const unitIds = new Set<string>()
  let own = false
  for (const held of caller.roles) {
    const scope = grants[held.role]
    if (scope === 'all' && held.unitIds === null) return { kind: 'all' }
    if (scope === 'all' || scope === 'unit') for (const id of held.unitIds ?? []) unitIds.add(id)
    // A unit role without a unit would reach everything; it reaches nothing but the caller's own instead.
    if (scope === 'own' || scope === 'unit') own = true
  }
  if (unitIds.size === 0 && !(own && caller.personId !== null)) return { kind: 'none' }
  return { kind: 'some', unitIds: [...unitIds], personId: own ? caller.personId : null }
}

export const covers = (r: Reach, resource: Resource): boolean => {
  if (r.kind !== 'some') return r.kind === 'all'
  if (resource.unitId != null && r.unitIds.includes(resource.unitId)) return true
  return r.personId !== null && (resource.ownerIds ?? []).includes(r.personId)
}

/** May the caller do this at all, or to this record? */
export const allows = (ctx: Ctx, permission: Permission, resource?: Resource): boolean => {
  const r = reach(ctx, permission)
  if (resource === undefined) return r.kind !== 'none'
  return covers(r, resource) && (resource.needs === undefined || reach(ctx, resource.needs).kind === 'all')
}

/**
 * The one question every verb asks. A record that the caller may not even read is answered as if it
 * did not exist, so that nobody learns what is there.
 */
export const authorise = (ctx: Ctx, permission: Permission, resource?: Resource): void => {
  if (allows(ctx, permission, resource)) return
  const noun = permission.split(':')[0]!
  if (resource !== undefined && !allows(ctx, `${noun}:read`, resource)) throw notFound(noun)
  throw forbidden()
}
