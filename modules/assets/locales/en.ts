export const en = {
  nouns: {
    asset: {
      one: 'Asset', many: 'Assets',
      about: 'Everything of value that needs protection: businesses, systems, data, components, people and services, each with an owner.',
      fields: {
        name: 'Name', tier: 'Tier', unit: 'Unit', owner: 'Owner', custodian: 'Custodian', confidentiality: 'Confidentiality',
        integrity: 'Integrity', availability: 'Availability', value: 'Value', description: 'Description',
      },
      values: { tier: { business: 'Business', system: 'System asset', component: 'Component or unit asset' } },
    },
  },
}
