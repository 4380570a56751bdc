import { answerSources } from '@heng/frameworks/reads'
import { defineModule } from '@heng/server-kit'
import { controls as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { controlAnswers } from './control/answers.ts'
import { control } from './control/register.ts'
import { link, ofRequirement } from './control/requirement.ts'
import { start } from './control/start.ts'
import { onFrameworkUpgraded } from './control/upgraded.ts'
import { controlTables } from './migrations/0001_controls.ts'
import { effectivenessColumns } from './migrations/0002_effectiveness.ts'

export const module = defineModule({
  name: 'controls',
  migrations: [controlTables, effectivenessColumns],
  messages,
  permissions: {
    'control:read': {
      ismsManager: 'all',
      topManagement: 'all',
      internalAuditor: 'all',
      externalAuditor: 'all',
      auditAdministrator: 'all',
      // Whoever treats risks chooses among the controls there are.
      riskOwner: 'all',
      departmentHead: 'unit',
      controlOwner: 'own',
      employee: 'own',
    },
    'control:write': { ismsManager: 'all', departmentHead: 'unit', controlOwner: 'own' },
    'control:coverage': {
      ismsManager: 'all',
      topManagement: 'all',
      internalAuditor: 'all',
      externalAuditor: 'all',
      auditAdministrator: 'all',
      riskOwner: 'all',
    },
  },
  registers: [control],
  contract,
  handlers: { control: { ...control.handlers, start, ofRequirement, link } },
  extensions: [answerSources.with(controlAnswers)],
  on: [onFrameworkUpgraded],
})
