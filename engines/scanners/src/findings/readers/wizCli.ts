import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

type Part = Omit<Draft, 'record'>

const vulnerability = (item: Json, held: Json): Part => {
  const [id, name, fixedIn] = [text(item, 'name'), text(held, 'name'), text(item, 'fixedVersion')]
  return {
    rule: id,
    title: [id, name].filter((t) => t !== null).join(' in '),
    description: text(item, 'description'),
    solution: fixedIn === null ? null : `Upgrade to ${fixedIn}`,
    references: [text(item, 'source')],
    identifiers: advisories(id),
    cvss: [{ score: text(item, 'score') }],
    severity: text(item, 'severity'),
    stance: list(item, 'ignoredPolicyMatches').length > 0 ? 'suppressed' : 'open',
    component: name === null ? null : { name, version: text(held, 'version'), fixedIn, path: text(held, 'path') },
    evidence: lines(
      labelled('Detected by', text(held, 'detectionMethod')), labelled('Exploit', text(item, 'hasExploit')), labelled('CISA KEV', text(item, 'hasCisaKevExploit')),
        labelled('EPSS', text(item, 'epssProbability')),
      labelled('Layer', text(held, 'layerMetadata', 'id')), ...failed(item),
    ),
  }
}

const failed = (item: Json): string[] => list(item, 'failedPolicyMatches').flatMap((one) => labelled('Policy', text(one, 'policy', 'name')) ?? [])

const inFile = (item: Json, title: string | null, rule: string | null): Part => {
  const file = text(item, 'path') ?? text(item, 'fileName')
  return {
    rule, title, severity: text(item, 'severity'),
    place: file === null ? null : { file, line: number(item, 'lineNumber') },
    evidence: lines(text(item, 'snippet') ?? text(item, 'matchContent'), labelled('Resource', text(item, 'resourceName')), labelled('Expected', text(item, 'expected')),
      labelled('Found', text(item, 'found')), ...failed(item)),
  }
}

const ruled = (rule: Json, item: Json): Part => ({
  ...inFile(item, text(rule, 'name') ?? text(rule, 'shortName'), text(rule, 'id') ?? text(rule, 'name')),
  description: text(rule, 'description'),
  solution: text(rule, 'remediationInstructions'),
  identifiers: identifiersIn(text(rule, 'name'), text(rule, 'description')),
  severity: text(rule, 'severity') ?? text(item, 'severity'),
})

/**
 * Wiz CLI, scans of folders, images and infrastructure as code: one finding for each vulnerability of each package, secret, data finding and place of a rule.
 * https://docs.wiz.io/docs/wiz-cli-overview
 */
export const reader: JsonReader = {
  id: 'wizCli',
  name: 'Wiz CLI',
  kind: 'json',
  detect: ({ keys, text: head }) => keys.has('scanOriginResource') || (keys.has('result') && /"__typename"\s*:\s*"CICD/.test(head)),
  paths: [
    ['result', '*', '*', 'vulnerabilities', '*'], ['result', 'secrets', '*'], ['result', 'dataFindings', '*'], ['result', 'ruleMatches', '*', 'matches', '*'],
    ['result', 'hostConfiguration', 'hostConfigurationFindings', '*'],
  ],
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    const parent = at(context, ...keys.slice(0, -2))
    const told = path === 0 ? vulnerability(value, parent)
      : path === 1 ? { ...inFile(value, text(value, 'description') ?? text(value, 'type'), text(value, 'type')), secrets: [], derived: text(value, 'severity') === null ? 'high' as const : null }
        : path === 2 ? inFile(value, text(value, 'dataClassifier', 'name') ?? text(value, 'name'), text(value, 'dataClassifier', 'id') ?? text(value, 'type'))
          : ruled(at(path === 3 ? parent : value, 'rule'), value)
    const origin = text(context, 'scanOriginResource', 'name')
    const isImage = text(context, 'scanOriginResource', '__typename') === 'CICDScanOriginContainerImage'
    return [{ ...told, host: isImage && origin !== null ? { name: origin } : null, lastSeen: text(context, 'createdAt'), record: pointer(keys) }]
  },
}
