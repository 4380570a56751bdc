import { field, noun, roles } from '@heng/contract'

export const unit = noun({
  name: 'unit', room: 'directory', prefix: 'U', label: 'name',
  fields: {
    name: field.text({ required: true }),
    code: field.text({ max: 40 }),
    parent: field.unit(),
    head: field.person(),
    note: field.longText({ max: 2_000 }),
  },
})

export const person = noun({
  name: 'person', room: 'directory', prefix: 'P', label: 'name', unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    email: field.text({ max: 254 }),
    unit: field.unit(),
    jobTitle: field.text({ max: 120 }),
    employeeNumber: field.text({ max: 60 }),
    account: field.oneOf(['none', 'invited', 'active', 'disabled'], { writable: false, sortable: false, filterable: true }),
  },
})

export const roleAssignment = noun({
  name: 'roleAssignment', room: 'directory', prefix: 'RA', label: 'role', owners: ['person'],
  fields: {
    person: field.person({ required: true }),
    role: field.oneOf(roles, { required: true }),
    unit: field.unit(),
    validUntil: field.date(),
    reason: field.longText({ max: 2_000 }),
  },
})
