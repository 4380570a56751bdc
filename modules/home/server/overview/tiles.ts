import type { Ctx } from '@heng/server-kit'
import type { tileIds } from '../../contract/index.ts'

type Filter = Readonly<Record<string, string | string[]>>
export interface Tile {
  readonly id: (typeof tileIds)[number]
  readonly noun: string
  readonly filter: Filter
  readonly attention: boolean
}

/** Day before today in the organisation's time zone, as `YYYY-MM-DD`: what is due up to then is overdue. */
export const yesterday = (ctx: Ctx): string => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ctx.org.timezone }).format(ctx.now)
  return new Date(Date.parse(`${today}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

const tile = (id: Tile['id'], noun: string, filter: Filter, attention = false): Tile => ({ id, noun, filter, attention })

/** What each role looks at first; every tile is a query of a register, so its number leads to its rows. */
export const tilesFor = (ctx: Ctx): Tile[] => {
  const past = `..${yesterday(ctx)}`
  const open = { status: 'open' }
  const all = {
    assets: tile('assets', 'asset', {}),
    keyAssets: tile('keyAssets', 'asset', { keyAsset: 'true' }),
    assetsUnvalued: tile('assetsUnvalued', 'asset', { value: '-' }, true),
    assetsWithoutOwner: tile('assetsWithoutOwner', 'asset', { owner: '-' }, true),
    risks: tile('risks', 'risk', open),
    risksHigh: tile('risksHigh', 'risk', { ...open, currentLevel: '4..' }, true),
    risksNotAssessed: tile('risksNotAssessed', 'risk', { ...open, currentLevel: '-' }, true),
    risksUndecided: tile('risksUndecided', 'risk', { ...open, option: '-' }, true),
    reviewsOverdue: tile('reviewsOverdue', 'risk', { ...open, reviewDue: past }, true),
    measuresOverdue: tile('measuresOverdue', 'treatmentMeasure', { state: ['planned', 'inProgress'], due: past }, true),
    controlsNotWorking: tile('controlsNotWorking', 'control', { state: 'notWorking' }, true),
    controlsPlanned: tile('controlsPlanned', 'control', { state: ['planned', 'inProgress'] }),
    soaUndecided: tile('soaUndecided', 'soaLine', { applicable: 'undecided' }, true),
    tasksOverdue: tile('tasksOverdue', 'workItem', { state: 'open', dueOn: past }, true),
  }
  const roles = new Set(ctx.caller.roles.map((r) => r.role))
  if (roles.has('ismsManager') || roles.has('internalAuditor') || roles.has('externalAuditor')) return Object.values(all)
  if (roles.has('topManagement')) return [all.risks, all.risksHigh, all.risksUndecided, all.keyAssets, all.measuresOverdue, all.controlsNotWorking]
  if (roles.has('departmentHead')) return [all.assets, all.assetsUnvalued, all.assetsWithoutOwner, all.risks, all.risksNotAssessed, all.measuresOverdue]
  if (roles.has('riskOwner')) return [all.risks, all.risksHigh, all.risksUndecided, all.reviewsOverdue, all.measuresOverdue]
  return [all.assets, all.assetsUnvalued, all.measuresOverdue]
}
