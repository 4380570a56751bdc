import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import type { ReportedCvss, Stance } from '../finding.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { SUPPRESSED: 'suppressed', CLOSED: 'fixed' }

const cvssOf = (finding: Json): NonNullable<Draft['cvss']> => {
  const all = [...list(finding, 'packageVulnerabilityDetails', 'cvss'), ...list(finding, 'inspectorScoreDetails', 'adjustedCvss')].map((one) => {
    const version = text(one, 'version')
    const known = version === '2.0' || version === '3.0' || version === '3.1' || version === '4.0'
    return { ...(known ? { version: version as ReportedCvss['version'] & string } : {}), vector: text(one, 'scoringVector'), score: text(one, 'baseScore') ?? text(one, 'score') }
  })
  return [...new Map(all.map((one) => [`${one.vector} ${one.score}`, one])).values()]
}

const hostOf = (resource: Json): Draft['host'] => {
  const [instance, image, lambda] = ['awsEc2Instance', 'awsEcrContainerImage', 'awsLambdaFunction'].map((key) => at(resource, 'details', key))
  const tag = texts(image, 'imageTags')[0]
  const repository = text(image, 'repositoryName')
  return {
    name: repository === null ? text(lambda, 'functionName') ?? text(resource, 'tags', 'Name') : `${repository}${tag === undefined ? '' : `:${tag}`}`,
    ips: [...texts(instance, 'ipV4Addresses'), ...texts(instance, 'ipV6Addresses')], cloudId: text(resource, 'id'),
      os: text(instance, 'platform') ?? text(image, 'platform') ?? text(lambda, 'runtime'),
  }
}

const versionOf = (one: Json, key: string): string | null => {
  const [version, release, epoch] = [text(one, key), text(one, 'release'), number(one, 'epoch')]
  return version === null ? null : `${epoch ? `${epoch}:` : ''}${version}${release === null ? '' : `-${release}`}`
}

type Place = Pick<Draft, 'component' | 'place' | 'service' | 'solution'>

/** What a finding is about: each package, lines of code, or open ports. */
const placesOf = (finding: Json): Place[] => {
  const code = at(finding, 'codeVulnerabilityDetails', 'filePath')
  const network = at(finding, 'networkReachabilityDetails')
  const packages = list(finding, 'packageVulnerabilityDetails', 'vulnerablePackages').map((one): Place => ({
    component: { name: text(one, 'name') ?? '', version: versionOf(one, 'version'), fixedIn: text(one, 'fixedInVersion'),
      path: text(one, 'filePath') ?? text(one, 'sourceLayerHash') ?? text(one, 'sourceLambdaLayerArn') },
    solution: text(one, 'remediation'),
  }))
  if (packages.length > 0) return packages
  const file = text(code, 'filePath') ?? text(code, 'fileName')
  if (file !== null) return [{ place: { file, line: number(code, 'startLine'), endLine: number(code, 'endLine') } }]
  return network === null ? [{}] : [{ service: { port: number(network, 'openPortRange', 'begin'), protocol: text(network, 'protocol') } }]
}

/** Amazon Inspector, `list-findings`: one finding for each resource and each package of a finding. https://docs.aws.amazon.com/inspector/v2/APIReference/API_Finding.html */
export const reader: JsonReader = {
  id: 'inspector',
  name: 'Amazon Inspector',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) => keys.has('findings') && (itemKeys.has('findingArn')
    || (/"(?:findingArn|inspectorScore)"\s*:/.test(head) && itemKeys.has('awsAccountId'))),
  paths: [['findings', '*']],
  read: ({ value: finding, keys }) => {
    const [packaged, code, network] = ['packageVulnerabilityDetails', 'codeVulnerabilityDetails', 'networkReachabilityDetails'].map((key) => at(finding, key))
    const id = text(packaged, 'vulnerabilityId')
    const advice = text(finding, 'remediation', 'recommendation', 'text')
    const ports = at(network, 'openPortRange')
    const common = {
      rule: id ?? text(code, 'ruleId') ?? text(code, 'detectorId') ?? text(finding, 'type'),
      title: text(finding, 'title'),
      description: text(finding, 'description'),
      references: [text(packaged, 'sourceUrl'), ...texts(packaged, 'referenceUrls'), ...texts(code, 'referenceUrls'), text(finding, 'remediation', 'recommendation', 'Url')],
      identifiers: joined(advisories(id, ...texts(packaged, 'relatedVulnerabilities')), { cwe: [...texts(code, 'cwes'), ...texts(packaged, 'cwes')].flatMap(cweOf) }),
      cvss: cvssOf(finding),
      severity: text(finding, 'severity'),
      stance: stances[text(finding, 'status') ?? ''] ?? ('open' as const),
      evidence: lines(
        labelled('Finding', text(finding, 'findingArn')), labelled('Account', text(finding, 'awsAccountId')),
          labelled('Vendor severity', text(packaged, 'vendorSeverity')), labelled('EPSS', text(finding, 'epss', 'score')),
        labelled('Exploit', text(finding, 'exploitAvailable')), labelled('Last known exploit', text(finding, 'exploitabilityDetails', 'lastKnownExploitAt')),
          labelled('Detector', text(code, 'detectorName')),
        ports === null ? null : `Ports: ${text(ports, 'begin') ?? ''}-${text(ports, 'end') ?? ''}`, ...list(network, 'networkPath', 'steps').map((step) => text(step, 'componentId')),
      ),
      firstSeen: text(finding, 'firstObservedAt'),
      lastSeen: text(finding, 'lastObservedAt') ?? text(finding, 'updatedAt'),
      record: pointer(keys),
    }
    const resources = list(finding, 'resources')
    return (resources.length === 0 ? [null] : resources).flatMap((resource) =>
      placesOf(finding).map((place) => ({ ...common, ...place, host: resource === null ? null : hostOf(resource),
        solution: lines(advice === 'None Provided' ? null : advice, place.solution) })))
  },
}
