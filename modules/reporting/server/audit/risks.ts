import { registerTable } from './registerTable.ts'
import { tableSection, type Audit, type Chapter } from './chapter.ts'

const table = async (a: Audit, words: { readonly heading: string; readonly basis: string }, spec: Parameters<typeof registerTable>[1]): Promise<Chapter> => {
  const { columns, source } = await registerTable(a, spec)
  return tableSection(words.heading, words.basis, columns, source)
}

/** Register, measures, plans, acceptances and rounds of assessment. */
export const riskChapters = async (a: Audit): Promise<Chapter[]> => {
  const { t } = a
  return [
    await table(a, t.risks, {
      id: 'risks', noun: 'risk', weights: { reference: 2.2, title: 7, owner: 2.6, asset: 3.4, unit: 2.6 },
      keys: ['reference', 'title', 'asset', 'unit', 'owner', 'inherentLevel', 'evidencedLevel', 'currentLevel', 'residualLevel', 'support', 'option', 'acceptance', 'acceptedUntil', 'reviewDue', 'status'],
    }),
    await table(a, t.measures, {
      id: 'measures', noun: 'treatmentMeasure', weights: { reference: 2.2, title: 7, risks: 4 },
      keys: ['reference', 'title', 'state', 'progress', 'owner', 'due', 'cost', 'control', 'risks', 'verifiedBy', 'verifiedAt'],
    }),
    await table(a, t.plans, { id: 'plans', noun: 'treatmentPlan', keys: ['reference', 'name', 'state', 'owner', 'approvedAt', 'frozenHash'], weights: { frozenHash: 5, name: 4 } }),
    await table(a, t.acceptances, {
      id: 'acceptances', noun: 'riskAcceptance', weights: { reference: 2.2, title: 5, reason: 5, frozenHash: 5 },
      keys: ['reference', 'title', 'level', 'state', 'decidedBy', 'decidedAt', 'countersignedBy', 'countersignedAt', 'validUntil', 'reason', 'frozenHash'],
    }),
    await table(a, t.losses, {
      id: 'losses', noun: 'quantification', weights: { reference: 2.2, title: 5, inputsHash: 5 },
      keys: ['reference', 'title', 'state', 'inherentLoss', 'currentLoss', 'plannedLoss', 'valueAtRisk', 'years', 'seed', 'engineVersion', 'simulatedAt', 'inputsHash'],
    }),
    await table(a, t.runs, {
      id: 'runs', noun: 'lossRun', weights: { reference: 2.2, name: 4, frozenHash: 5 },
      keys: ['reference', 'name', 'riskCount', 'inherentLoss', 'currentLoss', 'plannedLoss', 'valueAtRisk', 'years', 'seed', 'coefficient', 'engineVersion', 'startedAt', 'frozenHash'],
    }),
    await table(a, t.appetite, { id: 'appetite', noun: 'riskAppetite', weights: { name: 4, words: 6, frozenHash: 5 }, keys: ['reference', 'name', 'state', 'approvedAt', 'reviewDue', 'percentile', 'currency', 'words', 'frozenHash'] }),
    await table(a, t.breaches, {
      id: 'breaches', noun: 'toleranceBreach', weights: { reference: 2.2, title: 5, exceptionReason: 4 },
      keys: ['reference', 'title', 'state', 'beyond', 'currentLevel', 'owner', 'openedAt', 'dueOn', 'answer', 'answeredBy', 'exceptionUntil', 'exceptionReason', 'closedAt', 'closing'],
    }),
    await table(a, t.rounds, { id: 'rounds', noun: 'riskAssessment', keys: ['reference', 'name', 'state', 'periodStart', 'periodEnd', 'lead', 'concludedAt', 'riskCount', 'conclusion'], weights: { name: 4, conclusion: 6 } }),
  ]
}
