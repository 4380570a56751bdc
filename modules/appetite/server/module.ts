import { approvalKinds } from '@heng/approvals/reads'
import { defineModule } from '@heng/server-kit'
import { appetite as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { exceptionApproval, requestException } from './breach/exception.ts'
import { breach } from './breach/register.ts'
import { measures, treat } from './breach/treat.ts'
import { breachWork } from './breach/work.ts'
import { emerging } from './emerging/register.ts'
import * as triage from './emerging/verbs.ts'
import { emergingWork } from './emerging/work.ts'
import { importMeasurements } from './indicator/import.ts'
import { measure, measurements } from './indicator/measure.ts'
import { indicator } from './indicator/register.ts'
import { indicatorWork } from './indicator/work.ts'
import { appetiteTables } from './migrations/0001_appetite.ts'
import { positionLists } from './migrations/0002_position_lists.ts'
import { permissions } from './permissions.ts'
import { followRisks } from './position/events.ts'
import { checkAll } from './position/job.ts'
import { position } from './position/register.ts'
import { appetiteApproval } from './statement/approval.ts'
import { ofRisk } from './statement/ofRisk.ts'
import { statement } from './statement/register.ts'
import { standing } from './statement/standing.ts'
import { togetherWork } from './statement/togetherWork.ts'
import { inForce, propose, recheck, submit, units } from './statement/verbs.ts'
import { triggerWork } from './trigger/answer.ts'
import { assetTriggers } from './trigger/onAssets.ts'
import { controlTriggers } from './trigger/onControls.ts'
import { exposureTriggers } from './trigger/onVulnerabilities.ts'
import { trigger } from './trigger/register.ts'
import { raise, withdraw } from './trigger/verbs.ts'
import { lineTerms } from './vocabulary.ts'
import { dailyInAll } from './work/daily.ts'

export const module = defineModule({
  name: 'appetite',
  migrations: [appetiteTables, positionLists],
  messages,
  permissions,
  registers: [statement, position, breach, trigger, indicator, emerging],
  vocabularies: { appetiteLines: lineTerms },
  extensions: [approvalKinds.with(appetiteApproval, exceptionApproval)],
  on: [...followRisks, ...breachWork, ...togetherWork, ...triggerWork, ...assetTriggers, ...controlTriggers, ...exposureTriggers, ...indicatorWork, ...emergingWork],
  jobs: { 'appetite.check': checkAll },
  cron: [{ name: 'appetite.daily', pattern: '37 * * * *', run: dailyInAll }],
  contract,
  handlers: {
    riskAppetite: { ...statement.handlers, propose, submit, inForce, standing, ofRisk, units, recheck },
    appetitePosition: { list: position.handlers.list, get: position.handlers.get },
    toleranceBreach: { list: breach.handlers.list, get: breach.handlers.get, treat, requestException, measures },
    reviewTrigger: { list: trigger.handlers.list, get: trigger.handlers.get, raise, withdraw },
    riskIndicator: { ...indicator.handlers, measure, measurements, importMeasurements },
    emergingRisk: { ...emerging.handlers, ...triage },
  },
})
