import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { Stance } from './finding.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { hostOf as named } from './network.ts'
import { at, list, text, texts } from './nodes.ts'

/** Keys that stand in every finding of the AWS Security Finding Format. */
export const isAsff = (keys: ReadonlySet<string>): boolean => ['SchemaVersion', 'ProductArn', 'GeneratorId', 'AwsAccountId'].filter((key) => keys.has(key)).length >= 3

const stanceOf = (finding: Json): Stance => {
  const workflow = text(finding, 'Workflow', 'Status') ?? text(finding, 'WorkflowState')
  const inspector = text(finding, 'ProductFields', 'aws/inspector/FindingStatus')
  if (workflow === 'SUPPRESSED' || inspector === 'SUPPRESSED') return 'suppressed'
  if (text(finding, 'Compliance', 'Status') === 'PASSED') return 'passed'
  return workflow === 'RESOLVED' || inspector === 'CLOSED' || text(finding, 'RecordState') === 'ARCHIVED' ? 'fixed' : 'open'
}

/** What is told of a resource differs by its type, and stands under the name of that. */
const hostOf = (resource: Json) => {
  const details = list(resource, 'Details').flatMap((d) => Object.values(d ?? {}) as Json[])
  const found = (...names: string[]) => details.flatMap((d) => names.flatMap((name) => texts(d, name)))
  const ips = found('IpV4Addresses', 'IpV6Addresses', 'PublicIpAddress', 'PrivateIpAddress')
  return { name: text(resource, 'Tags', 'Name') ?? found('Name')[0] ?? null, cloudId: text(resource, 'Id'), ips: named(...ips).ips ?? [] }
}

const cvssOf = (vulnerability: Json) => list(vulnerability, 'Cvss').map((cvss) => {
  const version = text(cvss, 'Version')
  return { vector: text(cvss, 'BaseVector'), score: text(cvss, 'BaseScore'), ...(version === '2.0' || version === '3.0' || version === '3.1' || version === '4.0' ? { version } as const : {}) }
})

const versionOf = (part: Json): string | null => {
  const [version, release, epoch] = [text(part, 'Version'), text(part, 'Release'), text(part, 'Epoch')]
  return version === null ? null : `${epoch === null || epoch === '0' ? '' : `${epoch}:`}${version}${release === null ? '' : `-${release}`}`
}

/** What stood in place of the label before 2020: 0 to 100. https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Severity.html */
const levelOf = (normalized: string | null): string | null => {
  const points = Number(normalized ?? Number.NaN)
  return points >= 90 ? 'CRITICAL' : points >= 70 ? 'HIGH' : points >= 40 ? 'MEDIUM' : points >= 1 ? 'LOW' : points === 0 ? 'INFORMATIONAL' : null
}

const seen = ['Network', 'Action', 'Malware', 'Process', 'ThreatIntelIndicators', 'PatchSummary', 'Threats', 'Compliance'] as const

/** A finding of the AWS Security Finding Format, for each resource, and each package of each vulnerability in it. */
export const asffDrafts = (finding: Json, record: string): Draft[] => {
  const of = (...keys: string[]) => text(finding, ...keys)
  const vulnerabilities = list(finding, 'Vulnerabilities')
  const parts = vulnerabilities.flatMap((vulnerability) => {
    const packages = list(vulnerability, 'VulnerablePackages')
    return packages.length === 0 ? [{ vulnerability, part: null }] : packages.map((part) => ({ vulnerability, part }))
  })
  const resources = list(finding, 'Resources')
  const written = identifiersIn(of('Title'), of('Description'), ...Object.values((at(finding, 'ProductFields') ?? {}) as object).filter((v) => typeof v === 'string'))
  const common = {
    rule: of('Compliance', 'SecurityControlId') ?? of('GeneratorId'), title: of('Title'), description: of('Description'),
    severity: of('Severity', 'Label') ?? of('FindingProviderFields', 'Severity', 'Label') ?? levelOf(of('Severity', 'Normalized')) ?? of('Severity', 'Original'),
    references: [of('Remediation', 'Recommendation', 'Url'), of('SourceUrl')], stance: stanceOf(finding),
    evidence: seen.flatMap((name) => (at(finding, name) === null ? [] : [`${name}: ${JSON.stringify(at(finding, name)).slice(0, 10_000)}`])).join('\n'),
    firstSeen: of('FirstObservedAt') ?? of('CreatedAt'), lastSeen: of('LastObservedAt') ?? of('UpdatedAt'), record,
  }
  const port = of('Network', 'DestinationPort')
  const service = port === null ? null : { port: Number(port), protocol: of('Network', 'Protocol'), name: null }
  return (resources.length === 0 ? [null] : resources).flatMap((resource) => {
    const place = { host: resource === null ? null : hostOf(resource), service, place: text(resource, 'Id') === null ? null : { file: text(resource, 'Id')! } }
    const solution = of('Remediation', 'Recommendation', 'Text')
    if (parts.length === 0) return [{ ...common, ...place, solution, identifiers: written }]
    return parts.map(({ vulnerability, part }) => {
      const name = text(part, 'Name')
      return {
        ...common, ...place, solution: [text(part, 'Remediation'), solution].filter((t) => t !== null).join('\n\n'), cvss: cvssOf(vulnerability),
        identifiers: joined(identifiersIn(text(vulnerability, 'Id'), ...texts(vulnerability, 'RelatedVulnerabilities')), written, { cwe: texts(vulnerability, 'Cwes').flatMap(cweOf) }),
        references: [...common.references, text(vulnerability, 'Vendor', 'Url'), ...texts(vulnerability, 'ReferenceUrls')],
        component: name === null ? null : { name, version: versionOf(part), fixedIn: text(part, 'FixedInVersion'), path: text(part, 'FilePath') ?? text(part, 'SourceLayerHash') },
      }
    })
  })
}
