import { mailTexts } from './mail.en.ts'
import { pageTexts } from './pages.en.ts'

export const en = {
  nouns: {
    workItem: {
      one: 'Work item', many: 'Work',
      about: 'What is waiting for you: decisions, reviews, confirmations and tasks, the most urgent first.',
      fields: {
        title: 'What to do', titles: 'Title in both languages', kind: 'Kind', instructions: 'Instructions', assignee: 'Assigned to', role: 'Open to role',
        unit: 'Unit', dueOn: 'Due', state: 'State', byHand: 'Completed by hand', subjectNoun: 'Kind of record', subjectId: 'Record', subjectReference: 'About',
        link: 'Page', createdBy: 'Assigned by', result: 'Result', completedAt: 'Closed at', completedBy: 'Closed by',
      },
      values: {
        state: { open: 'Open', done: 'Done', cancelled: 'Cancelled' },
        role: {
          topManagement: 'Top management', ismsManager: 'ISMS manager', departmentHead: 'Department head', assetOwner: 'Asset owner',
          controlOwner: 'Control owner', riskOwner: 'Risk owner', employee: 'Employee', internalAuditor: 'Internal auditor',
          externalAuditor: 'External auditor', systemAdministrator: 'System administrator',
          securityAdministrator: 'Security administrator', auditAdministrator: 'Audit administrator',
        },
      },
    },
  },
  /** Names of kinds of work. */
  kinds: { task: 'Task', 'approval.decide': 'Approval' },
  /** Titles of work that this room opens for others. */
  titles: { decide: 'Decide on {reference} {title}' },
  notices: {
    assigned: 'New work for you: {title}',
    dueOn: 'Due on {day}',
    overdue: 'Overdue: {title}',
    wasDueOn: 'Was due on {day}',
    approved: 'Approved: {reference} {title}',
    rejected: 'Rejected: {reference} {title}',
    mention: '{author} mentioned you in a comment on {reference}',
  },
  errors: {
    'work.closed': 'This work is already done or cancelled.',
    'work.followsRecord': 'This work follows its record and cannot be closed or reassigned here.',
    'work.notYours': 'This work is not yours to change.',
    'field.workAssignee': 'You may not assign work to this person.',
  },
  hints: {
    'work.followsRecord': 'Do it on the record’s own page; the work then closes by itself. To assign it to somebody else, change who is responsible there.',
    'work.notYours': 'Ask the ISMS manager or the head of the unit to assign it to you.',
  },
  mail: mailTexts,
  ...pageTexts,
}
