import { directory } from '@heng/directory/contract'
import { messages } from '@heng/directory/locales'
import type { Role } from '@heng/contract'
import { caller } from './caller.ts'
import { memberPassword } from './people.ts'
import type { Look, Stage, Visit } from './stage.ts'

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
  /** The member's own session, with an empty page. */
  readonly visit: Visit
}

/** Hires somebody, gives the roles, invites them, and has them accept, as `host` (ISMS manager) and the member would. */
export const invite = async (stage: Stage, host: Visit, org: string, { roles = [], ...person }: Member, look?: Look): Promise<Joined> => {
  const call = caller(host, org)
  const { id } = await call(directory.person.create, person)
  for (const role of roles) await call(directory.roleAssignment.create, { person: id, ...role })
  return { personId: id, visit: await join(stage, host, org, id, look) }
}

/** Invites somebody who is in the register of people already, and has them accept and sign in with the calls that the page makes. */
export const join = async (stage: Stage, host: Visit, org: string, personId: string, look?: Look): Promise<Visit> => {
  const { url } = await caller(host, org)(directory.invitation.create, { id: personId })
  const visit = await stage.open(host.locale, look)
  const { email } = await caller(visit, org)(directory.invitation.accept, { token: tokenOf(url), password: memberPassword })
  const response = await visit.context.request.post('/api/auth/sign-in/email', { data: { email, password: memberPassword }, headers: { origin: stage.server.url } })
  if (!response.ok()) throw new Error(`${email}: ${response.status()} ${await response.text()}`)
  return visit
}

/** Accepts an invitation through its page, and ends on the start page of the organisation. */
export const acceptOnPage = async (visit: Visit, path: string, org: string): Promise<void> => {
  const t = messages[visit.locale].pages.invitation
  await visit.go(path)
  await visit.page.getByLabel(t.newPassword, { exact: true }).fill(memberPassword)
  await visit.page.getByRole('button', { name: t.accept }).click()
  await visit.page.waitForURL(`**/o/${org}**`)
  await visit.settle()
}

const tokenOf = (url: string): string => new URL(url).pathname.split('/').at(-1)!
