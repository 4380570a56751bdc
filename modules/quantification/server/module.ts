import { lossSources } from '@heng/risks/reads'
import { defineModule } from '@heng/server-kit'
import { quantifications as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import * as calibration from './calibration/verbs.ts'
import { adopt, makePlan } from './choice/adopt.ts'
import { candidates } from './choice/candidates.ts'
import { measureChoice } from './choice/register.ts'
import { solve } from './choice/solve.ts'
import { start as startChoice } from './choice/start.ts'
import { quantificationTables } from './migrations/0001_quantification.ts'
import { choiceTables } from './migrations/0002_choice.ts'
import { pool, take } from './opinion/pool.ts'
import * as opinions from './opinion/verbs.ts'
import { opinionWork } from './opinion/work.ts'
import { permissions } from './permissions.ts'
import { fitIncidents } from './quantification/fitIncidents.ts'
import { followers } from './quantification/follow.ts'
import { ofRisk } from './quantification/ofRisk.ts'
import { quantification } from './quantification/register.ts'
import { sensitivity } from './quantification/sensitivity.ts'
import { simulate } from './quantification/simulate.ts'
import { simulateMany, simulateOutdated } from './quantification/simulateJob.ts'
import { preview, whatIf } from './quantification/whatIf.ts'
import { compare } from './run/compare.ts'
import { simulateRun } from './run/job.ts'
import { latest } from './run/latest.ts'
import { lossRun } from './run/register.ts'
import { start } from './run/start.ts'
import { lossSource } from './reads/lossSource.ts'
import { loadExamples, writeExamples } from './sample/load.ts'

const run = lossRun.handlers
const choice = measureChoice.handlers

export const module = defineModule({
  name: 'quantification',
  migrations: [quantificationTables, choiceTables],
  messages,
  permissions,
  registers: [quantification, lossRun, measureChoice],
  on: [...followers, ...opinionWork],
  extensions: [lossSources.with(lossSource)],
  jobs: { 'quantification.simulate': simulateMany, 'quantification.examples': writeExamples, 'lossRun.simulate': simulateRun, 'measureChoice.solve': solve, 'measureChoice.adopt': makePlan },
  contract,
  handlers: {
    quantification: { ...quantification.handlers, ofRisk, simulate, simulateOutdated, examples: loadExamples, preview, whatIf, sensitivity, fitIncidents },
    lossOpinion: { list: opinions.list, give: opinions.give, pool, take },
    calibration: { questions: calibration.questions, submit: calibration.submit, mine: calibration.mine },
    lossRun: { list: run.list, get: run.get, update: run.update, archive: run.archive, restore: run.restore, start, latest, compare },
    measureChoice: { list: choice.list, get: choice.get, update: choice.update, archive: choice.archive, restore: choice.restore, candidates, start: startChoice, adopt },
  },
})
