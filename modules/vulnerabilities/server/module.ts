import { defineModule } from '@heng/server-kit'
import { vulnerabilities as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { vulnerabilityException } from './exception/register.ts'
import { vulnerabilityTables } from './migrations/0001_vulnerabilities.ts'
import { priorityTables } from './migrations/0002_priority.ts'
import { permissions } from './permissions.ts'
import { begin } from './scan/begin.ts'
import { runScan } from './scan/job.ts'
import { progress } from './scan/progress.ts'
import { vulnerabilityScan } from './scan/register.ts'
import { followAssets } from './target/events.ts'
import { scanTarget } from './target/register.ts'
import * as targets from './target/verbs.ts'
import { merge } from './vulnerability/merge.ts'
import { move } from './vulnerability/move.ts'
import { vulnerability } from './vulnerability/register.ts'
import { split } from './vulnerability/split.ts'

export const module = defineModule({
  name: 'vulnerabilities',
  migrations: [vulnerabilityTables, priorityTables],
  messages,
  permissions,
  registers: [vulnerability, vulnerabilityScan, scanTarget, vulnerabilityException],
  contract,
  handlers: {
    vulnerability: {
      list: vulnerability.handlers.list, get: vulnerability.handlers.get, update: vulnerability.handlers.update, bulk: vulnerability.handlers.bulk, move, merge, split,
    },
    scan: { list: vulnerabilityScan.handlers.list, get: vulnerabilityScan.handlers.get, begin, progress },
    target: {
      list: scanTarget.handlers.list, get: scanTarget.handlers.get, update: scanTarget.handlers.update, bulk: scanTarget.handlers.bulk,
      candidates: targets.candidates, match: targets.match, enlist: targets.enlist, ignore: targets.ignore,
    },
    exception: vulnerabilityException.handlers,
  },
  on: followAssets,
  jobs: { 'vulnerabilities.scan': runScan },
})
