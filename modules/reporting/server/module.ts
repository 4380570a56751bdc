import { defineModule, type Grants } from '@heng/server-kit'
import { reporting as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { reportTables } from './migrations/0001_reporting.ts'
import { generate, generateJob, run } from './report/generate.ts'
import { preview } from './report/preview.ts'
import { report } from './report/register.ts'
import { routes } from './report/route.ts'

const board: Grants = { topManagement: 'all', ismsManager: 'all' }
const audit: Grants = { internalAuditor: 'all', externalAuditor: 'all', ismsManager: 'all', auditAdministrator: 'all' }
const { list, get } = report.handlers

export const module = defineModule({
  name: 'reporting',
  migrations: [reportTables],
  messages,
  permissions: {
    'report:read': { ...board, ...audit },
    'report:write': { ...board, ...audit },
    // Which of them, by kind.
    'report:board': board,
    'report:audit': audit,
  },
  registers: [report],
  jobs: { [generateJob]: run },
  routes,
  contract,
  handlers: { report: { list, get, preview, generate } },
})
