import { approvalKinds } from '@heng/approvals/reads'
import { defineModule } from '@heng/server-kit'
import { risks as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import * as decision from './acceptance/decide.ts'
import { expireAll } from './acceptance/expire.ts'
import { acceptance } from './acceptance/register.ts'
import { request } from './acceptance/request.ts'
import { assessment } from './assessment/register.ts'
import { result } from './assessment/result.ts'
import * as round from './assessment/verbs.ts'
import { criteriaApproval } from './criteria/approval.ts'
import { inForce } from './criteria/inForce.ts'
import { propose } from './criteria/propose.ts'
import { criteria } from './criteria/register.ts'
import { submit as submitCriteria } from './criteria/submit.ts'
import { threatTerms, vulnerabilityTerms } from './knowledge/content.ts'
import { get as knowledge } from './knowledge/get.ts'
import * as measures from './measure/decide.ts'
import { measure } from './measure/register.ts'
import { riskTables } from './migrations/0001_risks.ts'
import { riskControlTables } from './migrations/0002_risk_controls.ts'
import { openRiskIndexes } from './migrations/0003_open_risks.ts'
import { bilingualTitles } from './migrations/0004_titles.ts'
import { scenarioGroups } from './migrations/0005_scenario_groups.ts'
import { listIndexes } from './migrations/0006_lists.ts'
import { listOrder } from './migrations/0007_list_order.ts'
import { unsortedTexts } from './migrations/0008_texts.ts'
import { fewerLookUps } from './migrations/0009_writes.ts'
import { stampsOutsideIndexes } from './migrations/0010_stamps.ts'
import { scenarioList } from './migrations/0011_scenario_list.ts'
import { evidenceColumns } from './migrations/0012_evidence.ts'
import { reviewMonths } from './migrations/0013_review_months.ts'
import { boundsAsked } from './migrations/0014_bounds.ts'
import { permissions } from './permissions.ts'
import { planApproval } from './plan/approval.ts'
import { content } from './plan/get.ts'
import { plan } from './plan/register.ts'
import { revise, submit as submitPlan } from './plan/submit.ts'
import { followAssets } from './risk/onAssets.ts'
import { followControls } from './risk/onControls.ts'
import { rate, rateMany } from './risk/rate.ts'
import { recomputeAll, startRecompute } from './risk/recomputeJob.ts'
import { risk } from './risk/register.ts'
import * as status from './risk/status.ts'
import { treatment } from './risk/treatment.ts'
import { assets } from './scenario/assets.ts'
import { confirm } from './scenario/confirm.ts'
import { dismiss, reopen } from './scenario/dismiss.ts'
import { generate, start } from './scenario/generate.ts'
import { groups } from './scenario/groups.ts'
import { merge } from './scenario/merge.ts'
import { preview } from './scenario/preview.ts'
import { scenario } from './scenario/register.ts'
import { evidence } from './views/evidence.ts'
import { explain } from './views/explain.ts'
import { exposure } from './views/exposure.ts'
import { heatmap } from './views/heatmap.ts'
import { movement } from './views/movement.ts'
import { summary } from './views/summary.ts'
import { top } from './views/top.ts'
import { acceptanceWork } from './work/acceptances.ts'
import { dueWork, openAllDue } from './work/due.ts'
import { evidenceWork } from './work/evidence.ts'
import { measureWork } from './work/measures.ts'
import { remindAllOwners } from './work/reviews.ts'

export const module = defineModule({
  name: 'risks',
  migrations: [riskTables, riskControlTables, openRiskIndexes, bilingualTitles, scenarioGroups, listIndexes, listOrder, unsortedTexts, fewerLookUps, stampsOutsideIndexes, scenarioList, evidenceColumns, reviewMonths, boundsAsked],
  messages,
  permissions,
  registers: [criteria, scenario, risk, measure, plan, acceptance, assessment],
  vocabularies: { threats: threatTerms, vulnerabilities: vulnerabilityTerms },
  extensions: [approvalKinds.with(criteriaApproval, planApproval)],
  on: [...followAssets, ...followControls, ...acceptanceWork, ...measureWork, ...dueWork, ...evidenceWork],
  jobs: { 'risks.generate': generate, 'risks.recompute': recomputeAll },
  cron: [
    { name: 'risks.expireAcceptances', pattern: '7 * * * *', run: expireAll },
    { name: 'risks.openDue', pattern: '19 1 * * *', run: openAllDue },
    { name: 'risks.remindReviews', pattern: '23 1 * * 1', run: remindAllOwners },
  ],
  contract,
  handlers: {
    riskCriteria: { ...criteria.handlers, propose, submit: submitCriteria, inForce },
    riskKnowledge: { get: knowledge },
    riskScenario: { list: scenario.handlers.list, get: scenario.handlers.get, generate: start, preview, assets, groups, confirm, merge, dismiss, reopen },
    risk: { movement,
      ...risk.handlers, rate, rateMany, close: status.close, reopen: status.reopen, merge: status.merge, reviewed: status.reviewed,
      recompute: startRecompute, treatment, heatmap, summary, top, evidence, explain, exposure,
    },
    treatmentMeasure: { ...measure.handlers, verify: measures.verify, cancel: measures.cancel },
    treatmentPlan: { ...plan.handlers, content, submit: submitPlan, revise },
    riskAcceptance: { list: acceptance.handlers.list, get: acceptance.handlers.get, request, decide: decision.decide, withdraw: decision.withdraw },
    riskAssessment: { ...assessment.handlers, ...round, result },
  },
})
