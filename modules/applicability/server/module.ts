import { approvalKinds } from '@heng/approvals/reads'
import { defineModule, type Grants } from '@heng/server-kit'
import { applicability as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { check, findings } from './check/check.ts'
import { conclude as concludeRequirements } from './compliance/conclude.ts'
import { followEvidence } from './compliance/follow.ts'
import { conclusion } from './compliance/register.ts'
import { status } from './compliance/status.ts'
import { conclude } from './drift/conclude.ts'
import { drift } from './drift/drift.ts'
import { driftWork } from './drift/work.ts'
import { routes } from './export/route.ts'
import { soaLine } from './line/register.ts'
import { applicabilityTables } from './migrations/0001_applicability.ts'
import { conclusionTables } from './migrations/0002_conclusions.ts'
import { accept } from './soa/accept.ts'
import { soaApproval } from './soa/approval.ts'
import { compare } from './soa/compare.ts'
import { discard } from './soa/discard.ts'
import { lineRisks } from './soa/lineRisks.ts'
import { lines } from './soa/lines.ts'
import { newVersion } from './soa/newVersion.ts'
import { prefill } from './soa/prefill.ts'
import { soa } from './soa/register.ts'
import { graph } from './trace/graph/graph.ts'
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
  migrations: [applicabilityTables, conclusionTables],
  messages,
  permissions: {
    'soa:read': readers,
    'soa:write': { ismsManager: 'all' },
    'soaLine:read': readers,
    'soaLine:write': { ismsManager: 'all' },
    'conclusion:read': readers,
    'conclusion:write': { ismsManager: 'all' },
  },
  past: ['soa_check'],
  registers: [soa, soaLine, conclusion],
  extensions: [approvalKinds.with(soaApproval)],
  on: [...driftWork, ...followEvidence],
  routes,
  contract,
  handlers: {
    trace: { of, graph },
    compliance: { status },
    conclusion: { list: conclusion.handlers.list, get: conclusion.handlers.get, archive: conclusion.handlers.archive, restore: conclusion.handlers.restore, conclude: concludeRequirements },
    soa: { list, get, update, newVersion, discard, prefill, accept, conclude, drift, lines, lineRisks, check, findings, submit, compare },
    soaLine: { list: line.list, get: line.get, update: line.update, bulk: line.bulk, archive: line.archive, restore: line.restore },
  },
})
