import { field, noun, registerOperations } from '@heng/contract'
import { measures, standings } from './shared.ts'

const level = () => field.level({ max: 10, writable: false })

/** Where one open risk stands against appetite and tolerance; computed, one for each risk and with its number. */
export const appetitePosition = noun({
  name: 'appetitePosition', room: 'appetite', prefix: 'R', label: 'title', owners: ['owner'], unit: 'unit',
  fields: {
    title: field.text({ required: true, bilingual: true, max: 500, writable: false, searchable: false }),
    risk: field.record('risk', { required: true, writable: false, inList: false }),
    /** The worst of what is known; not assessed where the level should be known and is not. Null: no line speaks of the risk. */
    standing: field.oneOf(standings, { writable: false }),
    currentLevel: level(),
    levelStanding: field.oneOf(standings, { writable: false }),
    residualLevel: level(),
    plannedStanding: field.oneOf(standings, { writable: false }),
    expectedLoss: field.money({ writable: false }),
    expectedStanding: field.oneOf(standings, { writable: false, inList: false }),
    extremeLoss: field.money({ writable: false }),
    extremeStanding: field.oneOf(standings, { writable: false, inList: false }),
    /** What is beyond tolerance. */
    beyond: field.tags(measures, { writable: false, inList: false }),
    levelLine: field.code('appetiteLines', { writable: false }),
    expectedLine: field.code('appetiteLines', { writable: false, inList: false }),
    extremeLine: field.code('appetiteLines', { writable: false, inList: false }),
    owner: field.person({ writable: false }),
    unit: field.unit({ writable: false }),
    /** Since when it stands like this. */
    since: field.timestamp({ writable: false }),
  },
})

const { list, get } = registerOperations(appetitePosition, '/appetite-positions')
export const positionOperations = { list, get }
