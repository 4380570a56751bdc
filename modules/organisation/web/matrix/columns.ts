import { roles, type Label, type Role } from '@heng/contract'
import { messages as directoryTexts } from '@heng/directory/locales'
import { useText } from '@heng/web-kit'
import type { Assignment } from '../../contract/index.ts'

export interface Column {
  /** `role:ismsManager` or `person:<id>`. */
  readonly holder: string
  readonly label: string
}

/** Roles that nearly every matrix has, in the order of the organisation: they show even while empty. */
const usual: readonly Role[] = ['topManagement', 'ismsManager', 'departmentHead', 'riskOwner', 'assetOwner', 'controlOwner', 'internalAuditor', 'employee']

/** Columns of the matrix: usual roles, further roles in use, then persons in use; those just added stay visible. O(cells). */
export const columnsOf = (rows: readonly (readonly Assignment[])[], added: readonly string[]): string[] => {
  const used = new Set([...rows.flat().map(({ holder }) => holder), ...added])
  const asRoles = roles.filter((role) => usual.includes(role) || used.has(`role:${role}`)).toSorted((a, b) => place(a) - place(b))
  return [...asRoles.map((role) => `role:${role}`), ...[...used].filter((holder) => holder.startsWith('person:')).toSorted()]
}
const place = (role: Role): number => (usual.includes(role) ? usual.indexOf(role) : usual.length + roles.indexOf(role))

export const useRoleNames = (): Readonly<Record<Role, string>> => useText(directoryTexts).nouns.roleAssignment.values.role

export const labelOf = (holder: string, roleNames: Readonly<Record<string, string>>, labels: Readonly<Record<string, Label>>): string => {
  const [kind, value = ''] = holder.split(/:(.*)/s)
  return kind === 'role' ? (roleNames[value] ?? value) : (labels[value]?.text ?? '–')
}
