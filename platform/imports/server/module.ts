import { defineModule } from '@heng/server-kit'
import { imports as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { runApply } from './apply/job.ts'
import { apply } from './apply/verb.ts'
import { runCheck } from './check/job.ts'
import { check } from './check/verb.ts'
import { mountExports } from './export/route.ts'
import { importTables } from './migrations/0001_imports.ts'
import { rowRank } from './migrations/0002_rank.ts'
import { permissions } from './permissions.ts'
import { mountErrors } from './row/download.ts'
import { mountTemplate } from './export/template.ts'
import { list as rows } from './row/list.ts'
import { create } from './session/create.ts'
import { details } from './session/details.ts'
import { discard } from './session/discard.ts'
import { map } from './session/map.ts'
import { read } from './session/read.ts'
import { importRegister } from './session/register.ts'
import { stop } from './session/stop.ts'
import { importNouns, targets } from './session/targets.ts'
import { mountUpload } from './upload/route.ts'
import { tidyImports } from './upload/tidy.ts'

const { list, get } = importRegister.handlers

export const module = defineModule({
  name: 'imports',
  migrations: [importTables, rowRank],
  messages,
  permissions,
  registers: [importRegister],
  vocabularies: { importNouns },
  jobs: { 'imports.check': runCheck, 'imports.apply': runApply },
  cron: [{ name: 'imports.tidy', pattern: '43 2 * * *', run: tidyImports }],
  contract,
  handlers: { import: { list, get, targets, create, details, read, map, check, apply, stop, discard, rows } },
  routes: (app, kit, identity) => {
    mountUpload(app, kit, identity)
    mountErrors(app, kit, identity)
    mountExports(app, kit, identity)
    mountTemplate(app, kit, identity)
  },
})
