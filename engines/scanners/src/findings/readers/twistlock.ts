import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

type Part = Omit<Draft, 'record' | 'host'>

const vulnerability = (item: Json): Part => {
  const [id, name, status] = [text(item, 'id') ?? text(item, 'cve'), text(item, 'packageName'), text(item, 'status')]
  const vector = text(item, 'vector') ?? text(item, 'vecStr')
  return {
    rule: id,
    title: [id, name].filter((t) => t !== null).join(' in '),
    description: text(item, 'description'),
    solution: /^fixed/i.test(status ?? '') ? status : null,
    references: [text(item, 'link')],
    identifiers: joined(advisories(id), { cwe: texts(item, 'cwe').flatMap(cweOf) }),
    cvss: [{ vector, score: text(item, 'cvss') }],
    severity: text(item, 'severity'),
    component: name === null ? null : { name, version: text(item, 'packageVersion'), fixedIn: /^fixed in\s+(.+)$/i.exec(status ?? '')?.[1] ?? null, path: text(item, 'packagePath') },
    evidence: lines(labelled('Status', status), labelled('Risk factors', texts(item, 'riskFactors').join(', ')),
      labelled('Affected', texts(item, 'impactedVersions').join(', ')), labelled('Layer', text(item, 'layerInstruction')), labelled('Grace days', text(item, 'graceDays'))),
    firstSeen: text(item, 'discoveredDate') ?? text(item, 'discovered'),
  }
}

const compliance = (item: Json): Part => ({
  rule: text(item, 'id'),
  title: text(item, 'title'),
  description: text(item, 'description'),
  identifiers: identifiersIn(text(item, 'title')),
  severity: text(item, 'severity'),
  evidence: lines(text(item, 'cause'), labelled('Category', text(item, 'category')), labelled('Layer', text(item, 'layerInstruction'))),
  firstSeen: text(item, 'discovered'),
})

const kinds = ['vulnerabilities', 'compliances']

/**
 * Twistlock and Prisma Cloud, JSON of `twistcli`: one finding for each vulnerability and compliance issue of each image.
 * https://docs.prismacloud.io/en/compute-edition/32/admin-guide/tools/twistcli-scan-images
 */
export const reader: JsonReader = {
  id: 'twistlock',
  name: 'Twistlock',
  kind: 'json',
  detect: ({ keys, itemKeys, text: head }) =>
    keys.has('results') && (itemKeys.has('vulnerabilityDistribution') || itemKeys.has('complianceDistribution') || itemKeys.has('vulnerabilityScanPassed')
      || (keys.has('consoleURL') && itemKeys.has('id')) || /"(?:vulnerability|compliance)Distribution"\s*:/.test(head)),
  paths: kinds.map((kind) => ['results', '*', kind, '*']),
  needsContext: true,
  read: ({ value, path, keys }, { context }) => {
    const image = at(context, ...keys.slice(0, -2))
    return [{
      ...(path === 0 ? vulnerability(value) : compliance(value)),
      host: { name: text(image, 'name') ?? text(image, 'hostname') ?? text(image, 'id'),
        os: text(image, 'distro') },
      lastSeen: text(image, 'scanTime'),
      record: pointer(keys),
    }]
  },
}
