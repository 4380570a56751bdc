import { levels } from './levels.en.ts'
import { pages } from './pages.en.ts'

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
      levels,
      actions: { dependenciesAdded: 'dependencies added', dependencyRemoved: 'dependency removed', identifiersSet: 'identifiers changed' },
    },
    campaign: {
      one: 'Attestation campaign', many: 'Attestation',
      about: 'Once a year every owner confirms that the asset is theirs, still exists and is valued rightly.',
      fields: { name: 'Name', year: 'Year', dueOn: 'Due', unit: 'Unit', state: 'State', total: 'Assets', done: 'Attested' },
      values: { state: { draft: 'Draft', open: 'Open', closed: 'Closed' } },
    },
  },
  pages,
  errors: {
    'asset.valueFunction': 'The asset value cannot be computed: {reason}',
    'asset.dependsOnItself': 'An asset cannot depend on itself.',
    'campaign.notDraft': 'This campaign was opened before.',
    'campaign.notOpen': 'This campaign is not open.',
    'campaign.empty': 'There is no active asset in the scope of this campaign.',
    'campaign.noteNeeded': 'Say why this asset is not yours.',
  },
}
