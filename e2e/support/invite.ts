import { directory } from '@heng/directory/contract'
import { messages } from '@heng/directory/locales'
import type { Role } from '@heng/contract'
import { caller } from './caller.ts'
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

interface Look {
  readonly narrow?: boolean
  readonly dark?: boolean
}

/** Hires somebody, gives the roles, invites them, and has them accept in a browser of their own, as `host` (ISMS manager) and the member would. */
export const invite = async (stage: Stage, host: Visit, org: string, { roles = [], ...person }: Member, look: Look = {}): Promise<Joined> => {
  const call = caller(host, org)
  const { id } = await call(directory.person.create, person)
  for (const role of roles) await call(directory.roleAssignment.create, { person: id, ...role })
  return { personId: id, visit: await join(stage, host, org, id, look) }
}

/** Invites somebody who is in the register of people already (the sample company's, for example), and has them accept. */
export const join = async (stage: Stage, host: Visit, org: string, personId: string, look: Look = {}): Promise<Visit> => {
  const { url } = await caller(host, org)(directory.invitation.create, { id: personId })
  const t = messages[host.locale].pages.invitation
  const visit = await stage.open(host.locale, look)
  await visit.go(new URL(url).pathname)
  await visit.page.getByLabel(t.newPassword, { exact: true }).fill(memberPassword)
  await visit.page.getByRole('button', { name: t.accept }).click()
  await visit.page.waitForURL(`**/o/${org}**`)
  await visit.settle()
  return visit
}
