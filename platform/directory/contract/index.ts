import { registerOperations, session } from '@heng/contract'
import { account, invitation, membership, organisation } from './account.ts'
import { person, roleAssignment, unit } from './nouns.ts'
import { setup } from './setup.ts'

export { person, roleAssignment, unit } from './nouns.ts'
export { password, riskMethods, slug } from './setup.ts'

export const directory = {
  session,
  setup,
  account,
  organisation,
  unit: registerOperations(unit, '/units'),
  person: registerOperations(person, '/people'),
  roleAssignment: registerOperations(roleAssignment, '/role-assignments'),
  invitation,
  membership,
}
