import { roles, type Permission } from '@heng/contract'
import { defineModule, type Grants } from '@heng/server-kit'
import { operations as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { cancel } from './job/cancel.ts'
import { get } from './job/get.ts'
import { list } from './job/list.ts'
import { retry } from './job/retry.ts'
import { operationsTables } from './migrations/0001_operations.ts'
import * as queue from './queue/queue.ts'
import { facts } from './system/facts.ts'
import { testMail } from './system/testMail.ts'

// Everybody watches and stops the jobs that they started.
const own = Object.fromEntries(roles.map((role) => [role, 'own'])) as Grants
const keepers: Grants = { systemAdministrator: 'all', ismsManager: 'all' }

const permissions: Readonly<Record<Permission, Grants>> = {
  'job:read': { ...own, ...keepers },
  'job:write': { ...own, ...keepers },
  'queue:read': keepers,
  'queue:write': keepers,
  'system:read': { ...keepers, securityAdministrator: 'all', auditAdministrator: 'all' },
  'system:write': keepers,
}

export const module = defineModule({
  name: 'operations',
  migrations: [operationsTables],
  messages,
  permissions,
  contract,
  handlers: {
    job: { list, get, cancel, retry },
    queue: { status: queue.status, retry: queue.retry, drop: queue.drop },
    system: { facts, testMail },
  },
})
