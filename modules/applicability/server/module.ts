import { approvalKinds } from '@heng/approvals/reads'
import { defineModule, type Grants } from '@heng/server-kit'
import { applicability as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { check, findings } from './check/check.ts'
import { routes } from './export/route.ts'
import { soaLine } from './line/register.ts'
import { applicabilityTables } from './migrations/0001_applicability.ts'
import { accept } from './soa/accept.ts'
import { soaApproval } from './soa/approval.ts'
import { compare } from './soa/compare.ts'
import { discard } from './soa/discard.ts'
import { lineRisks } from './soa/lineRisks.ts'
import { lines } from './soa/lines.ts'
import { newVersion } from './soa/newVersion.ts'
import { prefill } from './soa/prefill.ts'
import { soa } from './soa/register.ts'
import { of } from './trace/of.ts'
import { submit } from './soa/submit.ts'

const readers: Grants = {
  ismsManager: 'all',
  topManagement: 'all',
  internalAuditor: 'all',
  externalAuditor: 'all',
  auditAdministrator: 'all',
  riskOwner: 'all',
}
const { list, get, update } = soa.handlers
const line = soaLine.handlers

export const module = defineModule({
  name: 'applicability',
  migrations: [applicabilityTables],
  messages,
  permissions: {
    'soa:read': readers,
    'soa:write': { ismsManager: 'all' },
    'soaLine:read': readers,
    'soaLine:write': { ismsManager: 'all' },
  },
  past: ['soa_check'],
  registers: [soa, soaLine],
  extensions: [approvalKinds.with(soaApproval)],
  routes,
  contract,
  handlers: {
    trace: { of },
    soa: { list, get, update, newVersion, discard, prefill, accept, lines, lineRisks, check, findings, submit, compare },
    soaLine: { list: line.list, get: line.get, update: line.update, bulk: line.bulk, archive: line.archive, restore: line.restore },
  },
})
