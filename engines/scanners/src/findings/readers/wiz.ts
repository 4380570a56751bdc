import { advisories, labelled, lines } from '../advisories.ts'
import type { Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import type { TableReader, TableRow } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { resolved: 'fixed', rejected: 'suppressed', ignored: 'suppressed' }

const has = (header: readonly string[], ...names: readonly string[]): boolean => names.every((name) => header.some((one) => one.trim().toLowerCase() === name))

const hostOf = (cell: TableRow['cell']) => ({
  name: cell('AssetName', 'Resource Name'), cloudId: cell('ProviderUniqueId', 'Resource external ID'), os: cell('OperatingSystem', 'Resource OS'),
    uuid: cell('AssetID', 'Resource vertex ID'),
  ips: cell('IpAddresses', 'IP Addresses')?.split(/[\s,;]+/) ?? [],
})

const issue = (cell: TableRow['cell']) => ({
  rule: cell('Control ID'),
  title: cell('Title'),
  description: cell('Description'),
  solution: cell('Remediation Recommendation'),
  references: [cell('Wiz URL'), cell('Cloud Provider URL')],
  identifiers: identifiersIn(cell('Title'), cell('Description')),
  severity: cell('Severity'),
  stance: stances[cell('Status')?.toLowerCase() ?? ''] ?? ('open' as const),
  evidence: lines(
    labelled('Issue', cell('Issue ID')), labelled('Type', cell('Resource Type')), labelled('Region', cell('Resource Region')),
      labelled('Subscription', cell('Subscription Name', 'Subscription ID')), labelled('Projects', cell('Project Names')),
    labelled('Cluster', cell('Kubernetes Cluster')), labelled('Namespace', cell('Kubernetes Namespace')), labelled('Resolution', cell('Resolution')),
      labelled('Note', cell('Note')), cell('Resource original JSON'),
  ),
  firstSeen: cell('Created At'),
})

const vulnerability = (cell: TableRow['cell']) => {
  const [id, name, fixedIn] = [cell('Name'), cell('DetailedName'), cell('FixedVersion')]
  return {
    rule: id,
    title: [id, name].filter((t) => t !== null).join(' in '),
    description: cell('Description', 'CVEDescription', 'VulnerabilityDescription'),
    solution: cell('Remediation') ?? labelled('Fixed in', fixedIn),
    references: [cell('Link', 'VulnerabilityLink'), cell('WizURL'), cell('CloudProviderURL')],
    identifiers: joined(advisories(id), identifiersIn(cell('Link'))),
    cvss: [{ score: cell('Score') }],
    severity: cell('VendorSeverity', 'CVSSSeverity', 'Severity'),
    stance: stances[cell('FindingStatus')?.toLowerCase() ?? ''] ?? ('open' as const),
    component: name === null ? null : { name, version: cell('Version'), fixedIn, path: cell('LocationPath') },
    evidence: lines(
      labelled('Detected by', cell('DetectionMethod')), labelled('Severity by CVSS', cell('CVSSSeverity')), labelled('Exploit', cell('HasExploit')),
        labelled('CISA KEV', cell('HasCisaKevExploit')),
      labelled('Subscription', cell('SubscriptionName')), labelled('Projects', cell('Projects')), labelled('Region', cell('AssetRegion')),
        labelled('Resolution', cell('ResolutionReason')), labelled('Tags', cell('Tags')),
    ),
    firstSeen: cell('FirstDetected'),
    lastSeen: cell('LastDetected'),
  }
}

/** Wiz, CSV of issues and of vulnerability findings: one finding for each row. https://docs.wiz.io */
export const reader: TableReader = {
  id: 'wiz',
  name: 'Wiz',
  kind: 'table',
  detect: ({ header }) => has(header, 'title', 'severity', 'issue id', 'resource external id') || has(header, 'wizurl', 'name', 'detailedname'),
  read: ({ line, cell }, { table: { header } }) => [{ ...(has(header, 'wizurl') ? vulnerability(cell) : issue(cell)), host: hostOf(cell), record: `line ${line}` }],
}
