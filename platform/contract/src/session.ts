import { z } from 'zod'
import { locales } from './locale.ts'
import { operation } from './operation.ts'

/** Roles of an ISMS, and the three administrators that check each other (系统, 安全, 审计管理员). */
export const roles = [
  'topManagement', 'ismsManager', 'departmentHead', 'assetOwner', 'controlOwner', 'riskOwner', 'employee',
  'internalAuditor', 'externalAuditor', 'systemAdministrator', 'securityAdministrator', 'auditAdministrator',
] as const
export type Role = (typeof roles)[number]

/** How far a role's permission reaches: everything, the unit subtree of the assignment, or records that the person owns. */
export const scopes = ['all', 'unit', 'own'] as const
export type Scope = (typeof scopes)[number]

export const organisationOfMe = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  locale: z.enum(locales),
  timezone: z.string(),
  currency: z.string(),
  personId: z.uuid().nullable(),
  roles: z.array(z.enum(roles)),
  /** Permissions that the caller holds in at least one scope, for showing and hiding places in the navigation. */
  permissions: z.array(z.string()),
})

export const session = {
  me: operation({
    id: 'session.me',
    method: 'GET',
    path: '/me',
    scope: 'platform',
    permission: 'signedIn',
    summary: { en: 'Who I am and where I may go', 'zh-CN': '当前用户及其可进入的组织' },
    input: z.object({}),
    output: z.object({
      user: z.object({
        id: z.string(), name: z.string(), email: z.string(), locale: z.enum(locales).nullable(),
        twoFactor: z.boolean(),
      }),
      organisations: z.array(organisationOfMe),
    }),
  }),
}
