import type { SoaInForce } from '@heng/applicability/reads'
import { listed } from '@heng/contract'
import type { Row } from '@heng/reports'
import { risksRelyingOn } from '@heng/risks/reads'
import { registerTable } from './registerTable.ts'
import { tableSection, type Audit, type Chapter } from './chapter.ts'

/** So many risks are named for a control; how many there are stands before them. */
const named = 8

/** Lines of the statement in force by the control that they rest on. */
const linesOfControls = (soa: SoaInForce | null): ReadonlyMap<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const line of soa?.content.lines.rows ?? []) for (const { id } of line.linkedControls) found.set(id, [...(found.get(id) ?? []), line.ref])
  return found
}

/** Each control with what rests on it; its tests with schedule; results with sample, tester and reviewer. */
export const controlChapters = async (a: Audit, soa: SoaInForce | null): Promise<Chapter[]> => {
  const { t, ctx, locale } = a
  const lines = linesOfControls(soa)
  const controls = await registerTable(a, {
    id: 'controls', noun: 'control', weights: { reference: 2.2, name: 5, risks: 5, lines: 3 },
    keys: ['reference', 'name', 'type', 'state', 'stateSince', 'owner', 'effectiveness', 'effectivenessStale', 'effectivenessAt'],
    further: {
      columns: [{ key: 'lines', title: t.controls.lines }, { key: 'risks', title: t.controls.risks }],
      of: async (ids) => {
        const relying = await risksRelyingOn(ctx, ids, named)
        return new Map(ids.map((id): [string, Row] => {
          const risks = relying.get(id)
          const rest = risks === undefined || risks.count <= risks.references.length ? '' : ' …'
          return [id, { lines: listed(locale, lines.get(id) ?? []), risks: risks === undefined ? '0' : `${risks.count}: ${listed(locale, risks.references)}${rest}` }]
        }))
      },
    },
  })
  const tests = await registerTable(a, {
    id: 'tests', noun: 'controlTest', weights: { reference: 2.2, name: 5, control: 4, schedule: 5 },
    keys: ['reference', 'name', 'control', 'kind', 'state', 'tester', 'schedule', 'graceDays', 'nextDue', 'overdue', 'lastConclusion', 'lastPerformedOn'],
  })
  const results = await registerTable(a, {
    id: 'results', noun: 'testResult', weights: { reference: 2.2, test: 4, control: 4 },
    keys: ['reference', 'test', 'control', 'state', 'conclusion', 'periodFrom', 'periodTo', 'performedOn', 'performedBy', 'examined', 'deviations', 'upperLimit', 'tolerableRate'],
  })
  const samples = await registerTable(a, {
    id: 'samples', noun: 'testResult', weights: { reference: 2.2, seed: 4, frozenHash: 6, populationHash: 5 },
    keys: ['reference', 'populationSize', 'populationHash', 'seed', 'examined', 'confidence', 'concludedBy', 'concludedAt', 'reviewedBy', 'reviewedAt', 'independent', 'frozenHash'],
  })
  return [
    tableSection(t.controls.heading, t.controls.basis, controls.columns, controls.source), tableSection(t.tests.heading, t.tests.basis, tests.columns, tests.source),
    tableSection(t.results.heading, t.results.basis, results.columns, results.source), tableSection(t.samples.heading, t.samples.basis, samples.columns, samples.source),
  ]
}
