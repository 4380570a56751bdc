import { pages } from './pages.en.ts'

export const en = {
  pages,
  nouns: {
    approval: {
      one: 'Approval', many: 'Approvals',
      about: 'Decisions asked of others. What is approved is frozen with its hash, so that it can be shown later exactly as it was.',
      fields: {
        title: 'Subject', kind: 'Kind', subject: 'Register', subjectId: 'Record', subjectReference: 'Reference of the record', state: 'State',
        requestedBy: 'Requested by', reason: 'Reason', dueOn: 'Due on', decidedAt: 'Decided at', snapshotHash: 'Hash of what was approved (SHA-256)',
      },
      values: { state: { open: 'Open', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' } },
      actions: { requested: 'requested', stepApproved: 'approved a step', approved: 'approved', rejected: 'rejected', withdrawn: 'withdrew' },
    },
  },
  errors: {
    'approval.alreadyOpen': 'An approval of this record is open already.',
    'approval.noApprover': 'Approvers needed for step {step}: {needed}. People who can decide it now: {found}.',
    'approval.closed': 'This approval is closed.',
    'approval.self': 'You asked for this approval, so somebody else has to decide it.',
    'approval.twice': 'You have decided already.',
    'approval.notYet': 'An earlier step is not completed yet.',
    'approval.reason': 'A rejection needs a reason.',
  },
  hints: {
    'approval.noApprover': 'Give the role to somebody who can sign in, or name other approvers. Who asks does not count.',
    'approval.alreadyOpen': 'Withdraw the open one first, or wait for its decision.',
    'approval.reason': 'Say what has to change, so that the request can come back.',
  },
}
