import { roles } from '@heng/contract'
import { defineModule, type Grants } from '@heng/server-kit'
import { frameworks as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { coverage } from './framework/coverage.ts'
import { install, installShipped } from './framework/install.ts'
import { framework } from './framework/register.ts'
import { shipped } from './framework/shipped.ts'
import { tree } from './framework/tree.ts'
import { changes, upgrade } from './framework/upgrade.ts'
import { routes } from './import/routes.ts'
import { mapping } from './mapping/register.ts'
import { frameworkTables } from './migrations/0001_frameworks.ts'
import { annexA } from './reads.ts'
import { overlay } from './requirement/overlay.ts'
import { requirement } from './requirement/register.ts'
import { related } from './requirement/related.ts'

const everyone = Object.fromEntries(roles.map((role) => [role, 'all'])) as Grants
const manager: Grants = { ismsManager: 'all' }
const pickOf = <T extends object, K extends keyof T>(from: T, ...keys: K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>

export const module = defineModule({
  name: 'frameworks',
  migrations: [frameworkTables],
  messages,
  permissions: {
    'framework:read': everyone,
    'framework:write': manager,
    'framework:import': manager,
    // Requirements are written only with their framework, by the room itself.
    'requirement:read': everyone,
    'requirement:write': {},
    'requirement:overlay': manager,
    'mapping:read': everyone,
    'mapping:write': manager,
  },
  past: ['requirement_overlay'],
  registers: [framework, requirement, mapping],
  routes,
  contract,
  handlers: {
    framework: {
      ...pickOf(framework.handlers, 'list', 'get', 'update', 'archive', 'restore'),
      shipped,
      install,
      changes,
      upgrade,
      coverage,
      tree,
    },
    requirement: { ...pickOf(requirement.handlers, 'list', 'get'), related, overlay },
    mapping: mapping.handlers,
  },
  on: [
    {
      // ISO/IEC 27001 is what the product is about; every other catalogue is a choice.
      name: 'frameworks.first',
      event: 'organisation.created',
      handle: async (ctx) => {
        await installShipped(ctx, annexA)
      },
    },
  ],
})
