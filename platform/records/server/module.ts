import { defineModule } from '@heng/server-kit'
import { records as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { add } from './attachment/add.ts'
import { list as attachments } from './attachment/list.ts'
import { remove as detach } from './attachment/remove.ts'
import { create as createComment } from './comment/create.ts'
import { list as comments } from './comment/list.ts'
import { remove as removeComment } from './comment/remove.ts'
import { update as updateComment } from './comment/update.ts'
import { mountFiles } from './file/routes.ts'
import { tidyFiles } from './file/tidy.ts'
import { feed } from './history/feed.ts'
import { list as history } from './history/list.ts'
import { recordsTables } from './migrations/0001_records.ts'
import { findWithin } from './migrations/0002_find.ts'
import { trailBySequence } from './migrations/0003_trail.ts'
import { changes } from './past/changes.ts'
import { days } from './past/days.ts'
import { permissions } from './permissions.ts'
import { list as related } from './related/list.ts'
import { find } from './search/find.ts'
import * as view from './view/verbs.ts'

export const module = defineModule({
  name: 'records',
  migrations: [recordsTables, findWithin, trailBySequence],
  permissions,
  messages,
  contract,
  handlers: {
    history: { list: history, feed },
    comment: { list: comments, create: createComment, update: updateComment, remove: removeComment },
    attachment: { list: attachments, add, remove: detach },
    related: { list: related },
    view: { list: view.list, create: view.create, update: view.update, remove: view.remove, setDefault: view.setDefault },
    search: { find },
    past: { changes, days },
  },
  cron: [
    {
      name: 'records.tidyFiles',
      pattern: '41 * * * *',
      run: async (kit) => {
        const removed = await tidyFiles(kit)
        if (removed.files + removed.contents > 0) kit.log.info(removed, 'files that nothing holds were removed')
      },
    },
  ],
  routes: mountFiles,
})
