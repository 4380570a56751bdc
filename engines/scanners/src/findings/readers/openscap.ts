import type { XmlNode, XmlOpen } from '../../input/xmlRecords.ts'
import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { hostOf as named, isLoopback } from '../network.ts'
import { child, children, childText, wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { pass: 'passed', notapplicable: 'passed', notselected: 'passed', fixed: 'fixed' }

const rulesOf = new WeakMap<readonly XmlNode[], ReadonlyMap<string, XmlNode>>()
const ruleOf = (first: readonly XmlNode[], id: string | undefined): XmlNode | undefined => {
  let rules = rulesOf.get(first)
  if (rules === undefined) {
    rules = new Map(first.map((rule) => [rule.at.id ?? '', rule]))
    rulesOf.set(first, rules)
  }
  return rules.get(id ?? '')
}

const said = (node: XmlNode | undefined): string | null => wholeText(node).replace(/\s+/g, ' ').trim() || null

/** Numbers of a rule by the system that gives them: CVE, CCE, CWE, or an advisory. */
const identifiersOf = (idents: readonly XmlNode[], ...also: (string | null)[]) => joined(
  ...idents.map(({ text, at }) => {
    const id = text.trim()
    const known = joined(identifiersIn(id), { cwe: /cwe/i.test(at.system ?? '') ? cweOf(id) : [] })
    return Object.values(known).flat().length > 0 || id === '' ? known : { other: [id] }
  }),
  identifiersIn(...also),
)

const hostOf = (result: XmlOpen | undefined) => {
  const kept = result?.kept ?? []
  const facts = kept.filter((c) => c.name === 'target-facts').flatMap((c) => children(c, 'fact'))
  const fact = (pattern: RegExp): string[] => facts.filter((f) => pattern.test(f.at.name ?? '')).map((f) => f.text.trim()).filter((t) => t !== '')
  const name = kept.find((c) => c.name === 'target')?.text.trim() ?? null
  const addresses = [...kept.filter((c) => c.name === 'target-address').map((c) => c.text.trim()), ...fact(/:ipv[46]$/i)].filter((address) => !isLoopback(address))
  const os = fact(/:os_name$/)[0]
  return {
    name, ips: named(name, ...addresses.map((a) => a.replace(/^([\d.]+):\d+$/, '$1').replace(/%.*$/, ''))).ips ?? [], macs: fact(/(?:ethernet:MAC|:mac)$/i).filter((mac) => !/^[0:-]+$/.test(mac)),
    fqdns: [...fact(/:(?:fqdn|host_name)$/i), ...(named(name).fqdns ?? [])], uuid: fact(/:guid$/i)[0] ?? null,
    os: os === undefined ? kept.find((c) => c.name === 'platform')?.at.idref ?? null : [os, fact(/:os_version$/)[0]].join(' ').trim(),
  }
}

/**
 * XCCDF 1.1 and 1.2 results, alone, in their benchmark or in an ARF collection, of OpenSCAP and other SCAP tools: one finding for each result of a rule; `passed` where it
 * passed, does not apply or was not selected. Titles and texts are those of the rule in the same file. https://csrc.nist.gov/projects/security-content-automation-protocol/specifications/xccdf
 */
export const reader: XmlReader = {
  id: 'openscap',
  name: 'OpenSCAP (XCCDF, ARF)',
  kind: 'xml',
  detect: (head) => head.root === 'asset-report-collection' || (/^(?:Benchmark|TestResult)$/.test(head.root) && /xccdf/i.test(head.rootTag)),
  first: { records: ['Rule'], context: [] },
  shape: { records: ['TestResult/rule-result'], context: ['target', 'target-address', 'target-facts', 'platform', 'profile'].map((name) => `TestResult/${name}`) },
  read: ({ node, above, line }, { first }) => {
    const test = above.at(-1)
    const rule = ruleOf(first, node.at.idref)
    const result = childText(node, 'result')
    const title = said(child(rule, 'title'))
    const idents = [...children(node, 'ident'), ...children(rule, 'ident')]
    const fixes = [...children(rule, 'fixtext'), ...children(rule, 'fix')].map((fix) => wholeText(fix).trim())
    const messages = [...children(node, 'message').map((m) => `${m.at.severity ?? 'message'}: ${m.text.trim()}`), ...children(node, 'instance').map((i) => `instance: ${i.text.trim()}`)]
    const checked = children(node, 'check').flatMap((c) => children(c, 'check-content-ref')).map((c) => `check: ${c.at.name ?? c.at.href ?? ''}`)
    return [{
      rule: node.at.idref, title: title ?? node.at.idref, description: [said(child(rule, 'description')), said(child(rule, 'rationale'))].filter((t) => t !== null).join('\n\n'),
      solution: fixes.join('\n\n'),
      references: children(rule, 'reference').flatMap((r) => [r.at.href, r.at.href === undefined ? said(r) : null]).filter((r) => r !== null && /^https?:/.test(r ?? '')),
      identifiers: identifiersOf(idents, title), severity: node.at.severity ?? rule?.at.severity ?? null, stance: stances[result ?? ''] ?? 'open', host: hostOf(test),
      evidence: [`result: ${result ?? ''}`, ...messages, ...checked].join('\n'), firstSeen: test?.at['start-time'] ?? null,
      lastSeen: node.at.time ?? test?.at['end-time'] ?? null, record: `line ${line}`,
    }]
  },
}
