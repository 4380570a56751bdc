import { pages } from './pages.en.ts'

export const en = {
  pages,
  nouns: {
    approval: {
      one: 'Approval', many: 'Approvals',
      about: 'Decisions requested from others. What is approved is frozen with its hash, so that it can be shown later exactly as it was.',
      fields: {
        title: 'Subject', kind: 'Kind', subject: 'Register', subjectId: 'Record', subjectReference: 'Reference of the record', state: 'State',
        requestedBy: 'Requested by', reason: 'Reason', dueOn: 'Due on', decidedAt: 'Decided on', snapshotHash: 'Hash of the approved content (SHA-256)',
      },
      values: { state: { open: 'Open', approved: 'Approved', rejected: 'Rejected', withdrawn: 'Withdrawn' } },
      actions: { requested: 'requested', stepApproved: 'approved a step', approved: 'approved', rejected: 'rejected', withdrawn: 'withdrew' },
    },
  },
  errors: {
    'approval.alreadyOpen': 'This record already has an open approval.',
    'approval.noApprover': 'Approvers needed for step {step}: {needed}. People who can decide it now: {found}.',
    'approval.closed': 'This approval is closed.',
    'approval.self': 'You requested this approval, so somebody else has to decide.',
    'approval.twice': 'You have already decided.',
    'approval.notYet': 'An earlier step is not complete yet.',
    'approval.reason': 'A rejection needs a reason.',
  },
  hints: {
    'approval.noApprover': 'Give the role to somebody who can sign in, or name other approvers. The requester does not count.',
    'approval.alreadyOpen': 'Withdraw the open one first, or wait for its decision.',
    'approval.reason': 'Say what has to change, so that the request can be submitted again.',
  },
}
