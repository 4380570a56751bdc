export const en = {
  nouns: {
    asset: {
      one: 'Asset', many: 'Assets',
      about: 'Everything of value that needs protection: businesses, systems, data, components, people and services, each with an owner.',
      fields: {
        name: 'Name', tier: 'Tier', type: 'Type', unit: 'Unit', owner: 'Owner', custodian: 'Custodian', classification: 'Classification',
        location: 'Location', confidentiality: 'Confidentiality', integrity: 'Integrity', availability: 'Availability',
        valuationReason: 'Reason for the values', importance: 'Business importance', bearing: 'Business-bearing property', value: 'Value',
        valueExplanation: 'How the value came about', keyAsset: 'Key asset', lifecycle: 'Lifecycle', description: 'Description',
        attestedAt: 'Last attested', attestedBy: 'Attested by',
      },
      values: {
        tier: { business: 'Business', system: 'System asset', component: 'Component or unit asset' },
        classification: { public: 'Public', internal: 'Internal', sensitive: 'Sensitive', core: 'Core' },
        lifecycle: { planned: 'Planned', inUse: 'In use', retiring: 'Being retired', retired: 'Retired' },
      },
    },
  },
  errors: { 'asset.valueFunction': 'The asset value cannot be computed: {reason}' },
}
