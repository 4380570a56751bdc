import { page } from './page.en.ts'

export const en = {
  nouns: {
    changeSet: {
      one: 'Change set', many: 'Change sets',
      about: 'Edits of assets, controls and risks that belong together: see what they come to, have them approved, apply them at once, take them back (ISO/IEC 27001, 6.3).',
      fields: {
        title: 'Title', state: 'State', items: 'Records', purpose: 'Purpose', precautions: 'Possible consequences and precautions', plannedOn: 'Planned for', owner: 'Responsible',
        appliedAt: 'Applied', appliedBy: 'Applied by', reverses: 'Takes back', revertedBy: 'Taken back by', approval: 'Approval', contentHash: 'Hash of what was submitted', changes: 'Changes',
      },
      values: { state: { draft: 'Draft', inReview: 'In review', approved: 'Approved', rejected: 'Rejected', applied: 'Applied', reverted: 'Taken back', withdrawn: 'Withdrawn' } },
      actions: {
        itemsPut: 'edited the changes', itemsRemoved: 'took out changes', itemsRebased: 'settled a conflict', submitted: 'submitted', approved: 'approved', rejected: 'rejected',
        requestWithdrawn: 'took the request back', revised: 'opened for editing again', withdrawn: 'withdrawn', applied: 'applied', reverted: 'taken back',
      },
    },
  },
  things: { changeItem: 'change' },
  kinds: {
    'changeSet.apply': 'Apply a change set', 'changes.preview': 'Preview of a change set', 'changes.preview.moved': 'Risks that move', 'changes.preview.held': 'Rows locked (ms)',
    'changes.apply': 'Applying a change set', 'changes.apply.applied': 'Records changed', 'changes.apply.done': 'As proposed already',
  },
  errors: {
    'changes.state': '{reference} is not in a state in which this is possible.',
    'changes.frozen': '{reference} was submitted, and cannot be edited as it is.',
    'changes.notATarget': 'Records of this kind are not edited in change sets.',
    'changes.tooMany': 'A change set edits at most {most} records.',
    'changes.asToday': 'Nothing would change: the values are as they are today.',
    'changes.notArchived': 'Only an archived record can be restored.',
    'changes.empty': 'The change set has no changes yet.',
    'changes.purpose': 'Say why the change is needed before submitting it.',
    'changes.noEffect': 'The effect of these changes has not been previewed.',
    'changes.refused': 'Changes that the rules refuse: {count}.',
    'changes.refusedNow': 'Changes that the rules refuse: {count}, the first of {record}. Nothing was applied.',
    'changes.conflicts': 'Records that others changed in what this change set changes: {count}. Nothing was applied.',
    'changes.busy': 'Others are working on these records. The preview gave way each time it was tried.',
    'changes.alreadyApplied': '{reference} has been applied already.',
    'changes.applying': '{reference} is being applied.',
    'changes.revertOpen': '{reference} is there already to take this change set back.',
    'changes.nothingToRevert': 'There is nothing that could be taken back.',
  },
  hints: {
    'changes.state': 'Load the page again to see where it stands.',
    'changes.frozen': 'Open it for editing again, or wait for the decision.',
    'changes.noEffect': 'Run the preview, look at the effect, then submit.',
    'changes.refused': 'The effect page names them and says why.',
    'changes.refusedNow': 'Open the change set for editing, and preview it again.',
    'changes.conflicts': 'Open the change set for editing, and settle each conflict.',
    'changes.busy': 'Try again in a moment.',
    'changes.revertOpen': 'Go on with that one, or withdraw it.',
  },
  revert: { title: 'Take back {reference}: {title}' },
  page,
}
