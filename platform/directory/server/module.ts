import { defineModule, type HengModule, type Identity, type Kit } from '@heng/server-kit'
import type { FastifyInstance } from 'fastify'
import { directory as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import * as apiToken from './apiToken/own.ts'
import { createAuth } from './account/auth.ts'
import { changePassword } from './account/changePassword.ts'
import { createIdentity } from './account/identity.ts'
import { mountAuth } from './account/routes.ts'
import * as invitation from './invitation/accept.ts'
import { create as createInvitation } from './invitation/create.ts'
import { switchAccount } from './membership/switch.ts'
import { directoryTables } from './migrations/0001_directory.ts'
import { accountTables } from './migrations/0002_accounts.ts'
import { attemptTable } from './migrations/0003_attempts.ts'
import { credentialTables } from './migrations/0004_credentials.ts'
import * as organisation from './organisation/settings.ts'
import { create as createPasswordReset } from './passwordReset/create.ts'
import { request, resetMailTask, sendResetMail, status as resetStatus } from './passwordReset/request.ts'
import * as reset from './passwordReset/use.ts'
import { permissions } from './permissions.ts'
import { person } from './person/register.ts'
import { roleAssignment } from './role/register.ts'
import { me } from './session/me.ts'
import * as own from './session/own.ts'
import * as setup from './setup/create.ts'
import { unit } from './unit/register.ts'
import { tree } from './unit/tree.ts'

export { isOpen as isSetupOpen } from './setup/create.ts'
export { setupToken } from './setup/token.ts'

/** The directory and the identity that it answers for; `connect` ties both to the running kit. */
export const createDirectory = (secret: string) => {
  let identity: Identity | undefined
  const theIdentity = (): Identity => {
    if (identity === undefined) throw new Error('the directory is not connected yet')
    return identity
  }
  let auth: ReturnType<typeof createAuth> | undefined
  const module: HengModule = defineModule({
    name: 'directory',
    migrations: [directoryTables, accountTables, attemptTable, credentialTables],
    messages,
    permissions,
    past: ['membership', 'invitation'],
    registers: [unit, person, roleAssignment],
    contract,
    handlers: {
      session: { me: me(theIdentity) },
      setup: { status: setup.status, check: setup.check, create: setup.create },
      account: {
        preferences: own.preferences, sessions: own.sessions, revokeSession: own.revokeSession,
        revokeOtherSessions: own.revokeOtherSessions, changePassword,
      },
      organisation: { get: organisation.get, update: organisation.update },
      unit: { ...unit.handlers, tree },
      person: person.handlers,
      roleAssignment: roleAssignment.handlers,
      invitation: { create: createInvitation, get: invitation.get, accept: invitation.accept },
      passwordReset: { status: resetStatus, request, get: reset.get, use: reset.use, create: createPasswordReset },
      apiToken: { list: apiToken.list, create: apiToken.create, revoke: apiToken.revoke },
      membership: { disable: switchAccount('disabled'), enable: switchAccount('active') },
    },
    tasks: { [resetMailTask]: sendResetMail },
    routes: (app: FastifyInstance, kit) => mountAuth(app, kit, auth!.auth),
  })
  return {
    module,
    connect: (kit: Kit): Identity => {
      auth = createAuth(kit, secret)
      identity = createIdentity(kit, auth.auth)
      return identity
    },
    close: async () => auth?.pool.end(),
  }
}
