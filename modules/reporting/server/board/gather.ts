import { appetiteStanding, openBreaches, type BreachTold, type Standings } from '@heng/appetite/reads'
import { soaDrift, soaFigures, type SoaDrift, type SoaFigures } from '@heng/applicability/reads'
import { approvalsWaitingFor, type ApprovalWaiting } from '@heng/approvals/reads'
import { controlAssurance, type ControlGroup } from '@heng/controls/reads'
import { portfolioLoss, type PortfolioLoss } from '@heng/quantification/reads'
import {
  acceptanceStanding, contradictions, criteriaStanding, earlierStanding, heatmap, highestRisks, treatmentProgress, type AcceptanceStanding, type Contradiction, type CriteriaStanding,
  type EarlierStanding, type HighestRisk, type Period, type TreatmentProgress,
} from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import { dayBegins } from '../days.ts'

/** So many of each list fit on two pages; how many there are is told beside them. */
export const most = { risks: 6, contradicted: 3, acceptances: 3, approvals: 3, breaches: 3 } as const
/** An acceptance that ends within so many days is told. */
export const endingDays = 90

/** What the board is told, before it is put into words. */
export interface BoardMaterial {
  readonly period: Period
  readonly criteria: CriteriaStanding | null
  readonly map: Awaited<ReturnType<typeof heatmap>>
  readonly earlier: EarlierStanding | null
  readonly highest: readonly HighestRisk[]
  readonly contradicted: { readonly count: number; readonly risks: readonly Contradiction[] }
  readonly treatment: TreatmentProgress
  readonly acceptances: AcceptanceStanding
  readonly controls: readonly ControlGroup[]
  readonly soa: SoaFigures | null
  /** Where the statement in force and the tests of controls part; null where none is in force. */
  readonly drift: SoaDrift['counts'] | null
  readonly losses: PortfolioLoss
  readonly appetite: Standings
  readonly breaches: readonly BreachTold[]
  readonly waiting: { readonly count: number; readonly approvals: readonly ApprovalWaiting[] }
}

/** Reads everything in one transaction; some twenty statements whatever the size of the organisation. */
export const gatherBoard = async (ctx: Ctx, period: Period): Promise<BoardMaterial> => {
  const soa = await soaFigures(ctx)
  return {
    period,
    criteria: await criteriaStanding(ctx),
    map: await heatmap(ctx, { basis: 'current' }),
    earlier: await earlierStanding(ctx, dayBegins(period.from, ctx.org.timezone)),
    highest: await highestRisks(ctx, most.risks),
    contradicted: await contradictions(ctx, most.contradicted),
    treatment: await treatmentProgress(ctx, period),
    acceptances: await acceptanceStanding(ctx, period, endingDays, most.acceptances),
    controls: await controlAssurance(ctx),
    soa,
    drift: soa === null ? null : (await soaDrift(ctx, { id: soa.id })).counts,
    losses: await portfolioLoss(ctx),
    appetite: await appetiteStanding(ctx),
    breaches: await openBreaches(ctx, most.breaches),
    waiting: await approvalsWaitingFor(ctx, 'topManagement', most.approvals),
  }
}
