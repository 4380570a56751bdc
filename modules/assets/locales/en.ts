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
        valuationReason: 'Reason for the valuation', importance: 'Business importance', bearing: 'Business-bearing property', value: 'Value',
        valueExplanation: 'How the value was calculated', keyAsset: 'Key asset', lifecycle: 'Lifecycle', description: 'Description',
        attestedAt: 'Last attested', attestedBy: 'Attested by',
      },
      values: {
        tier: { business: 'Business', system: 'System asset', component: 'Component or unit asset' },
        classification: { public: 'Public', internal: 'Internal', sensitive: 'Sensitive', core: 'Core' },
        lifecycle: { planned: 'Planned', inUse: 'In use', retiring: 'Being retired', retired: 'Retired' },
      },
      levels,
      actions: { dependenciesAdded: 'dependencies added', dependencyRemoved: 'dependency removed', identifiersSet: 'identifiers changed', identifiersFound: 'identifiers found by a scan' },
    },
    campaign: {
      one: 'Attestation campaign', many: 'Attestation',
      about: 'Once a year every owner confirms that each asset is theirs, still exists and is valued correctly.',
      fields: { name: 'Name', year: 'Year', dueOn: 'Due', unit: 'Unit', state: 'State', total: 'Assets', done: 'Attested' },
      values: { state: { draft: 'Draft', open: 'Open', closed: 'Closed' } },
    },
    assetScan: {
      one: 'Network scan', many: 'Network scans',
      about: 'Reports of network scanners, compared with the register by identifiers and imported after review.',
      fields: {
        fileName: 'File', state: 'State', scannedAt: 'Scanned', hosts: 'Hosts', created: 'Created', updated: 'Updated', skipped: 'Skipped', startedBy: 'Imported by',
        appliedAt: 'Imported on', scanner: 'Scanner', command: 'Command line', ignored: 'Hosts not up', ambiguous: 'Shared identifiers', partial: 'Incomplete report',
      },
      values: { state: { open: 'To be decided', applied: 'Imported', discarded: 'Discarded' } },
    },
  },
  pages,
  kinds: { 'asset.attest': 'Attestation' },
  errors: {
    'assetScan.unreadable': 'The report cannot be read: {en}.',
    'assetScan.empty': 'The file is empty.',
    'assetScan.noHosts': 'The report contains no host that was up and had its own address (hosts read: {hosts}).',
    'assetScan.closed': 'This scan has already been imported or discarded.',
    'assetScan.busy': 'Your decisions are being written right now.',
    'assetScan.elsewhere': 'This host is an asset that you may not change; it can only be skipped.',
    'assetScan.assetNeeded': 'Choose the asset that this host is.',
    'assetScan.assetTaken': 'This asset was already chosen for another host of this scan (no. {line}).',
    'assetScan.nothing': 'There is no decision to write.',
    'assetScan.unitNeeded': 'Choose one of your units for the new assets.',
    'assetScan.stale': 'The register has changed. Hosts compared again: {count}. Nothing was imported; please review.',
    'asset.valueFunction': 'The asset value cannot be computed: {reason}',
    'asset.badMac': '“{value}” is not the MAC address of one device, such as 00:1b:44:11:3a:b7.',
    'asset.badAddress': '“{value}” is not the IP address of one device, such as 10.20.1.10. Ranges and loopback addresses are not accepted.',
    'asset.badFullName': '“{value}” is not a full host name such as erp-db01.example.com.',
    'asset.badHostName': '“{value}” is not the name of one host.',
    'asset.badIdentifier': 'Too long, or it contains control characters.',
    'asset.dependsOnItself': 'An asset cannot depend on itself.',
    'campaign.notDraft': 'This campaign has already been opened.',
    'campaign.notOpen': 'This campaign is not open.',
    'campaign.empty': 'There are no active assets in the scope of this campaign.',
    'campaign.noteNeeded': 'Say why this asset is not yours.',
  },
}
