import { messages as directory } from '@heng/directory/locales'
import type { Role } from '@heng/contract'
import { call } from './api.ts'
import { memberPassword } from './people.ts'
import type { Stage, Visit } from './stage.ts'

export interface Member {
  readonly name: string
  readonly email: string
  /** Id of the unit that the person works in. */
  readonly unit?: string
  /** A department head's role needs `unit`, an external auditor's `validUntil`. */
  readonly roles?: readonly { readonly role: Role; readonly unit?: string; readonly validUntil?: string }[]
}

export interface Joined {
  readonly personId: string
  /** The member's own session, on the start page. */
  readonly visit: Visit
}

/** Hires somebody, gives the roles, invites them, and has them accept in a browser of their own, as `host` (ISMS manager) and the member would. */
export const invite = async (stage: Stage, host: Visit, slug: string, member: Member, options: { narrow?: boolean; dark?: boolean } = {}): Promise<Joined> => {
  const { roles = [], ...person } = member
  const { id } = await call<{ id: string }>(host, slug, 'POST', '/people', person)
  for (const role of roles) await call(host, slug, 'POST', '/role-assignments', { person: id, ...role })
  return { personId: id, visit: await join(stage, host, slug, id, options) }
}

/** Invites somebody who is in the register of people already (the sample company's, for example), and has them accept. */
export const join = async (stage: Stage, host: Visit, slug: string, personId: string, options: { narrow?: boolean; dark?: boolean } = {}): Promise<Visit> => {
  const { url } = await call<{ url: string }>(host, slug, 'POST', `/people/${personId}/invitation`, {})
  const t = directory[host.locale].pages.invitation
  const visit = await stage.open(host.locale, options)
  await visit.go(new URL(url).pathname)
  await visit.page.getByLabel(t.newPassword, { exact: true }).fill(memberPassword)
  await visit.page.getByRole('button', { name: t.accept }).click()
  await visit.page.waitForURL(`**/o/${slug}**`)
  await visit.settle()
  return visit
}
