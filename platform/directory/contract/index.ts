import { registerOperations, session } from '@heng/contract'
import { account, invitation, membership, organisation } from './account.ts'
import { apiToken, passwordReset } from './credentials.ts'
import { person, roleAssignment, unit } from './nouns.ts'
import { unitTree } from './tree.ts'
import { setup } from './setup.ts'

export { person, roleAssignment, unit } from './nouns.ts'
export { organisationInput, ownerInput, password, riskMethods, slug, timezone } from './setup.ts'

export const directory = {
  session,
  setup,
  account,
  organisation,
  unit: { ...registerOperations(unit, '/units'), tree: unitTree },
  person: registerOperations(person, '/people'),
  roleAssignment: registerOperations(roleAssignment, '/role-assignments'),
  invitation,
  membership,
  passwordReset,
  apiToken,
}
