import { defineModule } from '@heng/server-kit'
import { approvals as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { again } from './approval/again.ts'
import { decide } from './approval/decide.ts'
import { get } from './approval/get.ts'
import { list } from './approval/list.ts'
import { approval } from './approval/register.ts'
import { withdraw } from './approval/withdraw.ts'
import { approvalTables } from './migrations/0001_approvals.ts'

export const module = defineModule({
  name: 'approvals',
  migrations: [approvalTables],
  permissions: {
    'approval:read': {
      ismsManager: 'all', topManagement: 'all', internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all', employee: 'own',
    },
    // Whether a step names the caller is decided by the step; an external auditor is in no step.
    'approval:decide': { employee: 'own' },
    'approval:request': { employee: 'own' },
    'approval:withdraw': { ismsManager: 'all' },
  },
  registers: [approval],
  messages,
  contract,
  handlers: { approval: { list, get, decide, withdraw, again } },
})
