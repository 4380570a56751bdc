import type { XmlNode } from '../../input/xmlRecords.ts'
import { cvss2Of, cvss3Of, packageOf } from '../dependencyCheckVectors.ts'
import type { Draft } from '../draft.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { child, children, childText, childTexts, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

/** Ids of the packages in a file; before version 5 they were names of elements `identifier`. */
const idsOf = (node: XmlNode | undefined): string[] =>
  (node?.children ?? []).filter((c) => c.name === 'package' || c.name === 'identifier' || c.name === 'vulnerabilityIds').toSorted((a, b) => Number(b.name === 'package') - Number(a.name === 'package'))
    .flatMap((c) => childText(c, 'id') ?? childText(c, 'name')?.replace(/^\((.*)\)$/, '$1') ?? [])

const componentOf = (ids: readonly string[], fileName: string, path: string | null) => ({ name: fileName, version: null, purl: null, ...ids.flatMap((id) => packageOf(id) ?? [])[0], path })

const cvssOf = (node: XmlNode): NonNullable<Draft['cvss']> => {
  const part = (name: string): XmlNode | undefined => child(node, name)
  const of = (under: XmlNode | undefined) => (name: string): string | null => childText(under, name)
  const [v2, v3, v4] = [part('cvssV2'), part('cvssV3'), part('cvssV4')]
  const oldest = childText(node, 'cvssScore')
  return [
    v4 === undefined ? null : { version: '4.0', vector: childText(v4, 'vectorString'), score: childText(v4, 'baseScore') },
    v3 === undefined ? null : { vector: cvss3Of(of(v3)), score: childText(v3, 'baseScore'), ...(cvss3Of(of(v3)) === null ? { version: '3.1' as const } : {}) },
    v2 === undefined ? null : { version: '2.0', vector: cvss2Of(of(v2)), score: childText(v2, 'score') },
    oldest === null ? null : { version: '2.0', vector: cvss2Of(of(node)), score: oldest },
  ]
}

/**
 * OWASP Dependency-Check, XML: one finding for each flaw of each dependency, and of each file that was joined to it as related; suppressed ones too.
 * https://jeremylong.github.io/DependencyCheck/general/dependency-check.4.1.xsd
 */
export const reader: XmlReader = {
  id: 'dependencyCheck',
  name: 'OWASP Dependency-Check',
  kind: 'xml',
  detect: (head) => head.root === 'analysis' && /dependency-?check/i.test(head.rootTag),
  shape: { records: ['vulnerabilities/vulnerability', 'vulnerabilities/suppressedVulnerability'],
    context: ['projectInfo', 'dependency/fileName', 'dependency/filePath', 'dependency/identifiers', 'dependency/relatedDependencies'] },
  read: ({ node, above, line }) => {
    const dependency = above.findLast((e) => e.name === 'dependency')
    const keptText = (name: string): string | null => (dependency === undefined ? null : (child(dependency, name)?.text.trim() || null))
    const software = children(child(node, 'vulnerableSoftware'), 'software')
    const matched = software.find((s) => s.at.vulnerabilityIdMatched === 'true') ?? (software.length === 1 ? software[0] : undefined)
    const references = children(child(node, 'references'), 'reference')
    const name = childText(node, 'name')
    const first = child(node, 'severity')
    const scored = child(node, 'cvssV4') ?? child(node, 'cvssV3') ?? child(node, 'cvssV2')
    const common: Draft = {
      rule: name, title: name, description: childText(node, 'description'), solution: null, references: references.map((r) => childText(r, 'url')),
      identifiers: joined(
        identifiersIn(name, ...references.map((r) => childText(r, 'name'))), { cwe: [...childTexts(node, 'cwe'), ...childTexts(child(node, 'cwes'), 'cwe')].flatMap(cweOf) },
      ),
      cvss: cvssOf(node), severity: first?.text.trim() || childText(scored, 'baseSeverity') || childText(scored, 'severity'),
      stance: node.name === 'suppressedVulnerability' ? 'suppressed' : 'open',
      evidence: [childText(node, 'notes'), ...software.map(wholeText)].filter((t) => t !== null).join('\n'),
      firstSeen: childText(above[0] && child(above[0], 'projectInfo'), 'reportDate'), record: `line ${line}`,
    }
    const fixedIn = matched?.at.versionEndExcluding ?? null
    const related = children(dependency && child(dependency, 'relatedDependencies'), 'relatedDependency')
    const ids = idsOf(dependency && child(dependency, 'identifiers'))
    return [
      { ...common, component: { ...componentOf(ids, keptText('fileName') ?? 'unknown', keptText('filePath')), fixedIn } },
      ...related.map((other) => {
        const path = childText(other, 'filePath')
        return { ...common, component: { ...componentOf([...idsOf(child(other, 'identifiers')), ...ids], childText(other, 'fileName') ?? path ?? 'unknown', path), fixedIn } }
      }),
    ]
  },
}
