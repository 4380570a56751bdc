import { pageEn } from './page.en.ts'
import { testErrorsEn, testHintsEn, testKindsEn, testNounsEn } from './tests.en.ts'
import { testPagesEn } from './testPages.en.ts'

export const en = {
  nouns: {
    ...testNounsEn,
    control: {
      one: 'Control',
      many: 'Controls',
      about:
        'What your organisation operates to maintain or change risk: who is responsible, whether it works and since when, and which requirements it meets.',
      fields: {
        name: 'Name',
        type: 'Type',
        functions: 'Function',
        state: 'State',
        stateSince: 'Since',
        owner: 'Owner',
        unit: 'Unit',
        frequency: 'Frequency of operation',
        document: 'Document',
        documentLink: 'Link to the document',
        description: 'Description',
        requirements: 'Requirements',
        effectiveness: 'Effectiveness',
        effectivenessAt: 'Effectiveness as of',
        effectivenessStale: 'Rests on an overdue test',
      },
      actions: { carriedOver: 'moved to the newer version', effectivenessMoved: 'effectiveness moved' },
      values: {
        type: { technical: 'Technical', managerial: 'Managerial', physical: 'Physical' },
        functions: { preventive: 'Preventive', detective: 'Detective', corrective: 'Corrective' },
        state: { planned: 'Planned', inProgress: 'In progress', implemented: 'Implemented', notWorking: 'Not working', retired: 'Retired' },
        frequency: {
          continuous: 'Continuous',
          daily: 'Daily',
          weekly: 'Weekly',
          monthly: 'Monthly',
          quarterly: 'Quarterly',
          halfYearly: 'Every half year',
          yearly: 'Yearly',
          onEvent: 'When needed',
        },
      },
    },
  },
  page: pageEn,
  tests: testPagesEn,
  kinds: testKindsEn,
  errors: {
    ...testErrorsEn,
    'control.ownLimits': 'As its owner you may report on this control, but not change: {fields}.',
    'control.notAssessable': '{ref} is a heading and cannot become a control.',
    'field.future': 'Must not be in the future.',
    'field.webAddress': 'Must begin with http:// or https://.',
  },
  hints: {
    ...testHintsEn,
    'control.ownLimits': 'Ask the ISMS manager for changes of name, scope, owner, unit and linked requirements.',
  },
}
