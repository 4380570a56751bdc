import { register } from '@heng/server-kit'
import { sql } from 'kysely'
import { importNoun } from '../../contract/index.ts'

/** Sessions as a register to list and to read; they are written by the verbs of an import alone. */
export const importRegister = register(importNoun, {
  table: 'import_session',
  defaultSort: '-createdAt',
  computed: {
    // What runs shows from the job itself: a process that dies leaves no session behind that "is being applied" for ever.
    state: sql`case
      when exists (select 1 from job j where j.id = t.job and j.org_id = t.org_id and j.state in ('waiting', 'running'))
        then case when (select j.kind from job j where j.id = t.job and j.org_id = t.org_id) = 'imports.apply' then 'applying' else 'checking' end
      when t.stage not in ('applied', 'cancelled') and (select j.state from job j where j.id = t.job and j.org_id = t.org_id) = 'failed' then 'failed'
      else t.stage end`,
  },
})
