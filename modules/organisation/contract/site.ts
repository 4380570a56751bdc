import { field, noun } from '@heng/contract'

export const siteKinds = ['headquarters', 'office', 'plant', 'dataCentre', 'warehouse', 'laboratory', 'home', 'other'] as const

/** A place where the organisation works; the scope says which of them the ISMS covers. */
export const site = noun({
  name: 'site', room: 'organisation', prefix: 'ST', label: 'name', owners: ['responsible'], unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    kind: field.oneOf(siteKinds, { required: true }),
    address: field.text({ max: 300 }),
    unit: field.unit(),
    responsible: field.person(),
    /** Used together with other organisations: a boundary that the scope has to describe. */
    shared: field.boolean(),
    note: field.longText({ max: 2_000 }),
  },
})
