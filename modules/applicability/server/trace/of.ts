import { approvalsTraced } from '@heng/approvals/reads'
import { controlsTraced, type ControlTraced } from '@heng/controls/reads'
import { filesOf, latestChanges, readableRecord } from '@heng/records/reads'
import { risksTraced, type RiskTraced } from '@heng/risks/reads'
import { workAbout } from '@heng/work/reads'
import type { Ctx } from '@heng/server-kit'
import type { Chain } from '../../contract/trace.ts'
import type { Traced } from '../../contract/traced.ts'
import { linesTraced, type LineTraced } from './lines.ts'

const changesShown = 12

interface Links {
  readonly controls: readonly ControlTraced[]
  readonly risks: readonly RiskTraced[]
  readonly lines: readonly LineTraced[]
}

/** From a risk to the controls that bear on it and their lines. */
const fromRisk = async (ctx: Ctx, id: string): Promise<Links> => {
  const risks = await risksTraced(ctx, { controls: [], risks: [id] })
  const controls = await controlsTraced(ctx, { ids: risks.flatMap((r) => r.controls), requirements: [] })
  const lines = await linesTraced(ctx, { requirements: controls.flatMap((c) => c.requirements), controls: controls.map((c) => c.id), risks: [id] })
  return { controls, risks, lines }
}

/** From controls, or what they answer, to the lines that state them and the risks that they bear on. */
const fromControls = async (ctx: Ctx, of: { ids: readonly string[]; requirements: readonly string[] }): Promise<Links> => {
  const controls = await controlsTraced(ctx, of)
  const lines = await linesTraced(ctx, {
    requirements: of.requirements.length > 0 ? of.requirements : controls.flatMap((c) => c.requirements),
    controls: controls.map((c) => c.id),
    risks: [],
  })
  const named = of.requirements.length > 0 ? lines.flatMap((l) => l.risks) : []
  const risks = await risksTraced(ctx, { controls: controls.map((c) => c.id), risks: named })
  return { controls, risks, lines }
}

const refs = (noun: string, records: readonly { readonly id: string; readonly reference: string }[]) =>
  [...new Map(records.map((r) => [r.id, r.reference]))].map(([recordId, reference]) => ({ noun, recordId, reference }))

/** Everything that hangs together with a record, in at most twelve statements, whatever its size; only what the caller may read. */
export const of = async (ctx: Ctx, { noun, id }: { noun: Traced; id: string }): Promise<Chain> => {
  const { row } = await readableRecord(ctx, noun, id)
  const own = (key: string): string[] => (typeof row[key] === 'string' ? [row[key]] : [])
  const { controls, risks, lines } =
    noun === 'risk'
      ? await fromRisk(ctx, id)
      : await fromControls(ctx, {
          ids: noun === 'control' ? [id] : noun === 'soaLine' ? own('control') : [],
          requirements: noun === 'requirement' ? [id] : noun === 'soaLine' ? own('requirement') : [],
        })
  const acceptances = risks.flatMap((r) => r.acceptances)
  const plans = risks.flatMap((r) => r.plans)
  const hanging = [
    ...refs('control', controls),
    ...refs('risk', risks),
    // A line is known by the number of its control, not by its own.
    ...refs('soaLine', lines.map(({ id, ref }) => ({ id, reference: ref }))),
    ...refs('treatmentMeasure', risks.flatMap((r) => r.measures)),
    ...refs('riskAcceptance', acceptances),
    ...refs('treatmentPlan', plans),
  ]
  const versions = refs('soa', lines.map((l) => ({ id: l.soa, reference: `v${l.number}` })))
  const work = refs('workItem', await workAbout(ctx, hanging.map((r) => r.recordId)))
  const referenceOf = new Map([...hanging, ...work].map((r) => [r.recordId, r.reference]))
  return {
    lines: lines.map(({ risks: _risks, ...line }) => line),
    controls: controls.map(({ requirements: _requirements, ...control }) => control),
    risks: risks.map(({ controls: _controls, plans: _plans, measures: _measures, acceptances: _acceptances, ...risk }) => risk),
    approvals: await approvalsTraced(ctx, [...versions, ...refs('treatmentPlan', plans)]),
    acceptances: [...acceptances],
    files: (await filesOf(ctx, [...hanging, ...work])).map((file) => ({ ...file, reference: referenceOf.get(file.recordId) ?? '' })),
    changes: (await latestChanges(ctx, [...hanging, ...versions], changesShown)).map((change) => (change.noun === 'soaLine' ? { ...change, reference: referenceOf.get(change.recordId) ?? change.reference } : change)),
  }
}
