import { approvalKinds } from '@heng/approvals/reads'
import { defineModule, type Grants } from '@heng/server-kit'
import { changes as contract } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { list as items } from './item/list.ts'
import { ofRecord } from './item/ofRecord.ts'
import { put } from './item/put.ts'
import { rebase } from './item/rebase.ts'
import { removeItem } from './item/remove.ts'
import { targets } from './item/targets.ts'
import { changeTables } from './migrations/0001_changes.ts'
import { runApply } from './play/apply.ts'
import { runPreview } from './play/preview.ts'
import { apply } from './set/apply.ts'
import { changeSetApproval } from './set/approval.ts'
import { effect, preview } from './set/effect.ts'
import { revise, withdraw } from './set/leave.ts'
import { changeSet } from './set/register.ts'
import { revert } from './set/revert.ts'
import { submit } from './set/submit.ts'
import { changeSetWork } from './work.ts'

/** Whoever answers for records may plan changes of them; each item asks for the right over its record, too. */
const planners: Grants = { ismsManager: 'all', departmentHead: 'own', riskOwner: 'own', assetOwner: 'own', controlOwner: 'own' }

export const module = defineModule({
  name: 'changes',
  migrations: [changeTables],
  messages,
  permissions: {
    'changeSet:read': { ...planners, topManagement: 'all', internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all', employee: 'own' },
    'changeSet:write': planners,
    'changeSet:submit': planners,
    'changeSet:apply': planners,
  },
  registers: [changeSet],
  extensions: [approvalKinds.with(changeSetApproval)],
  on: changeSetWork,
  jobs: { 'changes.preview': runPreview, 'changes.apply': runApply },
  contract,
  handlers: { changeSet: { ...changeSet.handlers, targets, items, put, removeItem, rebase, preview, effect, submit, revise, withdraw, apply, revert, ofRecord } },
})
