import type { Role } from '@heng/contract'
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

const tilesOf = (past: string) => {
  const open = { status: 'open' }
  return {
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
    // Counted with the coverage of the version that is being worked on: lines of a draft that was given up wait for nobody.
    soaUndecided: tile('soaUndecided', 'soaLine', { applicable: 'undecided' }, true),
    tasksOverdue: tile('tasksOverdue', 'workItem', { state: 'open', dueOn: past }, true),
  } satisfies Record<Tile['id'], Tile>
}

const risk = ['risks', 'risksHigh', 'risksNotAssessed', 'risksUndecided', 'reviewsOverdue', 'measuresOverdue'] as const
const all = ['assets', 'keyAssets', 'assetsUnvalued', 'assetsWithoutOwner', ...risk, 'controlsNotWorking', 'controlsPlanned', 'soaUndecided', 'tasksOverdue'] as const
const own = ['assets', 'assetsUnvalued', 'measuresOverdue'] as const

/** What each role looks at first. Permissions decide what of it is counted. */
const byRole: Readonly<Record<Role, readonly Tile['id'][]>> = {
  ismsManager: all,
  internalAuditor: all,
  externalAuditor: all,
  auditAdministrator: all,
  topManagement: ['keyAssets', 'risks', 'risksHigh', 'risksUndecided', 'measuresOverdue', 'controlsNotWorking', 'soaUndecided', 'tasksOverdue'],
  departmentHead: ['assets', 'keyAssets', 'assetsUnvalued', 'assetsWithoutOwner', 'risks', 'risksHigh', 'risksNotAssessed', 'measuresOverdue', 'tasksOverdue'],
  riskOwner: risk,
  assetOwner: ['assets', 'keyAssets', 'assetsUnvalued', 'risks'],
  controlOwner: ['controlsNotWorking', 'controlsPlanned', 'measuresOverdue'],
  employee: own,
  systemAdministrator: own,
  securityAdministrator: own,
}

/** What the caller's roles look at first, in one order; every tile is a query of a register, so its number leads to its rows. */
export const tilesFor = (ctx: Ctx): Tile[] => {
  const wanted = new Set<string>([...own, ...ctx.caller.roles.flatMap(({ role }) => byRole[role])])
  return Object.values(tilesOf(`..${yesterday(ctx)}`)).filter(({ id }) => wanted.has(id))
}
