import { roles } from '@heng/contract'
import { defineModule, type Grants } from '@heng/server-kit'
import { home as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { hideGuide, sayEnough } from './guide/settings.ts'
import * as sample from './sample/load.ts'
import { sampleJob } from './sample/state.ts'
import { overview } from './overview/overview.ts'

export const module = defineModule({
  name: 'home',
  messages,
  permissions: {
    'home:read': Object.fromEntries(roles.map((role) => [role, 'all'])) as Grants,
    'home:guide': { ismsManager: 'all' },
  },
  contract: { home: contract },
  jobs: { [sampleJob]: sample.run },
  handlers: { home: { overview, hideGuide, sayEnough, loadSample: sample.load } },
})
