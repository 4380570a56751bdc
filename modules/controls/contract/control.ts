import { field, noun } from '@heng/contract'

/** What the organisation itself operates to keep or change risk (控制措施), apart from the catalogue lines it answers. */
export const control = noun({
  name: 'control',
  room: 'controls',
  prefix: 'C',
  label: 'name',
  owners: ['owner'],
  unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    type: field.oneOf(['technical', 'managerial', 'physical']),
    functions: field.tags(['preventive', 'detective', 'corrective']),
    state: field.oneOf(['planned', 'inProgress', 'implemented', 'notWorking', 'retired'], { required: true }),
    /** Follows every change of the state unless given with it. */
    stateSince: field.date(),
    /** Percent of its full effect that tests support; null is "not assessed". */
    effectiveness: field.integer({ min: 0, max: 100, writable: false }),
    /** When the percentage last became another. */
    effectivenessAt: field.timestamp({ writable: false, inList: false }),
    /** Whether it rests on a test that is overdue. */
    effectivenessStale: field.boolean({ writable: false, inList: false }),
    owner: field.person(),
    unit: field.unit(),
    frequency: field.oneOf(['continuous', 'daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly', 'onEvent'], { inList: false }),
    /** 文件名称 in the statement of applicability. */
    document: field.text({ inList: false, max: 300 }),
    documentLink: field.text({ inList: false, sortable: false, filterable: false, searchable: false, max: 2_000 }),
    description: field.longText({ max: 8_000 }),
    requirements: field.records('requirement', { filterable: true }),
  },
})
