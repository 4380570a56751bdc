import type { Json } from '../../input/jsonRecords.ts'
import { cvss2Of, cvss3Of, packageOf } from '../dependencyCheckVectors.ts'
import type { Draft } from '../draft.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const cvssOf = (flaw: Json): NonNullable<Draft['cvss']> => {
  const of = (under: Json) => (name: string): string | null => text(under, name)
  const [v2, v3, v4] = [at(flaw, 'cvssv2'), at(flaw, 'cvssv3'), at(flaw, 'cvssv4')]
  const [vector2, vector3] = [text(v2, 'vectorString') ?? cvss2Of(of(v2)), text(v3, 'vectorString') ?? cvss3Of(of(v3))]
  return [
    { version: '4.0', vector: text(v4, 'vectorString'), score: text(v4, 'baseScore') },
    { vector: vector3, score: text(v3, 'baseScore'), ...(vector3 === null ? { version: '3.1' as const } : {}) },
    { version: '2.0', vector: vector2, score: text(v2, 'score') },
  ]
}

/** OWASP Dependency-Check, JSON: one finding for each flaw of each dependency, and of each file that was joined to it as related; suppressed ones too. https://jeremylong.github.io/DependencyCheck */
export const reader: JsonReader = {
  id: 'dependencyCheckJson',
  name: 'OWASP Dependency-Check (JSON)',
  kind: 'json',
  detect: (head) => head.keys.has('reportSchema') && head.keys.has('scanInfo'),
  paths: [['dependencies', '*']],
  read: ({ value: dependency, keys }, { context }) => {
    const components = [dependency, ...list(dependency, 'relatedDependencies')].map((one) => {
      const ids = [...list(one, 'packages'), ...list(one, 'packageIds'), ...(one === dependency ? list(one, 'vulnerabilityIds') : list(dependency, 'packages'))].map((id) => text(id, 'id') ?? text(id))
      return { name: text(one, 'fileName') ?? text(one, 'filePath') ?? 'unknown', version: null, purl: null, ...ids.flatMap((id) => (id === null ? [] : (packageOf(id) ?? [])))[0],
        path: text(one, 'filePath') }
    })
    return (['vulnerabilities', 'suppressedVulnerabilities'] as const).flatMap((where) => list(dependency, where).flatMap((flaw, i) => {
      const name = text(flaw, 'name')
      const software = list(flaw, 'vulnerableSoftware').map((s) => at(s, 'software') ?? s)
      const matched = software.find((s) => text(s, 'vulnerabilityIdMatched') === 'true') ?? (software.length === 1 ? software[0] : undefined)
      const references = list(flaw, 'references')
      const common: Draft = {
        rule: name, title: name, description: text(flaw, 'description'), references: references.map((r) => text(r, 'url')),
        identifiers: joined(identifiersIn(name, ...references.map((r) => text(r, 'name'))), { cwe: [...texts(flaw, 'cwes'), ...texts(flaw, 'cwe')].flatMap(cweOf) }),
        cvss: cvssOf(flaw), severity: text(flaw, 'severity') ?? text(flaw, 'cvssv3', 'baseSeverity') ?? text(flaw, 'cvssv2', 'severity'),
        stance: where === 'suppressedVulnerabilities' ? 'suppressed' : 'open',
        evidence: [text(flaw, 'notes'), ...software.map((s) => text(s, 'id'))].filter((t) => t !== null).join('\n'),
        firstSeen: text(context, 'projectInfo', 'reportDate'), record: pointer([...keys, where, i]),
      }
      return components.map((component) => ({ ...common, component: { ...component, fixedIn: text(matched, 'versionEndExcluding') } }))
    }))
  },
}
