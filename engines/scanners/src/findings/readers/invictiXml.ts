import type { XmlNode } from '../../input/xmlRecords.ts'
import { draftOfInvicti } from '../invicti.ts'
import { wholeText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

const plainName = (name: string): string => name.toLowerCase().replaceAll('-', '').replaceAll('_', '')
const inside = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>((here, name) => here?.children.find((c) => plainName(c.name) === name), node)
const said = (node: XmlNode | undefined): string | null => wholeText(node) || null
const scored = (node: XmlNode | undefined) => {
  const base = [
    inside(node, 'basescore'), ...(node?.children ?? []).filter((c) => plainName(c.name) === 'score'),
  ].find((s) => s !== undefined && /^base$/i.test(said(inside(s, 'type')) ?? 'base'))
  return { vector: said(inside(node, 'vector')), score: said(inside(base, 'value')) }
}

/** Invicti, Netsparker (Enterprise and Standard) and Acunetix 360, vulnerabilities list as XML: one finding for each. https://www.invicti.com/support/vulnerabilities-list-xml-report/ */
export const reader: XmlReader = {
  id: 'invictiXml',
  name: 'Invicti (Netsparker, Acunetix 360; XML)',
  kind: 'xml',
  detect: (head) => /^(?:invicti|netsparker|acunetix-?360)/i.test(head.root),
  shape: { records: ['vulnerability'], context: ['target'] },
  read: ({ node, above, line }) => {
    const classification = inside(node, 'classification')
    const target = above[0]?.kept.find((c) => plainName(c.name) === 'target')
    const of = (name: string) => said(inside(node, name)) ?? node.at[name] ?? null
    const extra = [...(inside(node, 'extrainformation')?.children ?? [])].map((info) => [info.at.name ?? info.name, info.at.value ?? said(info)] as const)
    return [draftOfInvicti({
      of,
      cwe: [said(inside(classification, 'cwe'))], wasc: said(inside(classification, 'wasc')),
      cvss: [{ version: '4.0', ...scored(inside(classification, 'cvss40')) }, scored(inside(classification, 'cvss31')), scored(inside(classification, 'cvss'))],
      known: (inside(node, 'knownvulnerabilities')?.children ?? []).map((k) => k.children.map(wholeText).filter((t) => t !== '').join(': ') || k.text.trim()),
      evidence: {
        Parameter: [of('vulnerableparametertype'), of('vulnerableparameter'), of('vulnerableparametervalue')].filter((t) => t !== null).join(' '),
        Parameters: (inside(node, 'httprequest', 'parameters')?.children ?? []).map((p) => Object.values(p.at).join(' ') || wholeText(p)).join('\n'),
        ...Object.fromEntries(extra),
        Request: said(inside(node, 'httprequest', 'content')) ?? of('rawrequest'), Response: said(inside(node, 'httpresponse', 'content')) ?? of('rawresponse'),
      },
      days: [above[0]?.at.generated ?? null, said(inside(target, 'initiated')) ?? said(inside(target, 'scantime'))], record: `line ${line}`,
    })]
  },
}
