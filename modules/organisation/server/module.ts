import { approvalKinds } from '@heng/approvals/reads'
import { defineModule } from '@heng/server-kit'
import { organisation as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { climateDetermination, contextIssue } from './context/register.ts'
import { organisationTables } from './migrations/0001_organisation.ts'
import { interestedParty, partyRequirement } from './party/register.ts'
import { permissions } from './permissions.ts'
import { assign } from './responsibility/assign.ts'
import { get as getResponsibility } from './responsibility/get.ts'
import { matrix } from './responsibility/matrix.ts'
import { responsibility } from './responsibility/register.ts'
import { start } from './responsibility/start.ts'
import { openAllReviews, reviewWork } from './review/work.ts'
import { scopeApproval } from './scope/approval.ts'
import { mountScopeExport } from './scope/export.ts'
import { guide } from './scope/guide.ts'
import { scope } from './scope/register.ts'
import { revise } from './scope/revise.ts'
import { statement } from './scope/statement.ts'
import { submit } from './scope/submit.ts'
import { site } from './site/register.ts'

export const module = defineModule({
  name: 'organisation',
  migrations: [organisationTables],
  messages,
  permissions,
  registers: [site, contextIssue, climateDetermination, interestedParty, partyRequirement, responsibility, scope],
  extensions: [approvalKinds.with(scopeApproval)],
  on: reviewWork,
  cron: [{ name: 'organisation.reviews', pattern: '11 1 * * *', run: openAllReviews }],
  contract,
  handlers: {
    site: site.handlers,
    contextIssue: contextIssue.handlers,
    climateDetermination: climateDetermination.handlers,
    interestedParty: interestedParty.handlers,
    partyRequirement: partyRequirement.handlers,
    responsibility: { ...responsibility.handlers, get: getResponsibility, matrix, assign, start },
    scope: { ...scope.handlers, revise, submit, guide, statement },
  },
  routes: mountScopeExport,
})
