import { field, noun } from '@heng/contract'

export const asset = noun({
  name: 'asset', room: 'assets', prefix: 'A', label: 'name', owners: ['owner', 'custodian'], unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    tier: field.oneOf(['business', 'system', 'component'], { required: true }),
    unit: field.unit(),
    owner: field.person(),
    custodian: field.person({ inList: false }),
    confidentiality: field.level(),
    integrity: field.level(),
    availability: field.level(),
    value: field.level({ writable: false }),
    description: field.longText({ max: 4_000 }),
  },
})
