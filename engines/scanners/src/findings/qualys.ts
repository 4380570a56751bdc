import type { XmlNode } from '../input/xmlRecords.ts'
import type { Draft } from './draft.ts'
import type { Identifiers, Severity, Stance } from './finding.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { bids, paragraphs } from './network.ts'
import { child, childText, childTexts, children } from './nodes.ts'

// What the reports of Qualys have in common.

const levels: Readonly<Record<string, Severity>> = { 1: 'low', 2: 'low', 3: 'medium', 4: 'high', 5: 'critical' }

/** Of Qualys' levels 1 (minimal) to 5 (urgent); of what was merely gathered, none. */
export const severityOfLevel = (level: string | null | undefined, type?: string | null): Severity | null =>
  (/^(?:ig|info)/i.test(type ?? '') ? 'none' : (levels[(level ?? '').trim()] ?? null))

/** `New`, `Active`, `Re-Opened`, `Fixed` */
export const stanceOfStatus = (status: string | null | undefined): Stance => (/^fixed$/i.test(status?.trim() ?? '') ? 'fixed' : 'open')

/** `8.1 (AV:N/AC:H/…)`, `8.1`, `-` */
export const cvssOfText = (text: string | null | undefined, version: '2.0' | '3.0' | '3.1' | '4.0'): NonNullable<Draft['cvss']>[number] => {
  const found = /^(\d{1,2}(?:\.\d+)?)\s*(?:\(([^()]+)\))?$/.exec(text?.trim() ?? '')
  return found === null ? null : { version, score: found[1]!, vector: found[2] ?? null }
}

/** `11 Mar 2020 01:07PM GMT-0400`, `20 Mar 2020`, `22/09/2022 13:01`: as JavaScript reads them. A first number above 12 is a day. */
export const dateOf = (text: string | null | undefined): string | null =>
  text?.trim().replace(/(\d)([AP]M)\b/i, '$1 $2').replace(/^(1[3-9]|2\d|3[01])\/(\d{1,2})\/(\d{4})/, '$3/$2/$1') ?? null

/** What is said of a check: title, texts, numbers. `VULN_DETAILS` of a glossary, `QID` of WAS, and results that say it themselves. */
export interface Check {
  readonly title: string | null
  readonly severity: string | null
  readonly description: string
  readonly solution: string | null
  readonly references: readonly (string | null)[]
  readonly identifiers: Identifiers
  readonly cvss: NonNullable<Draft['cvss']>
}

const listed = (node: XmlNode, list: string, item: string): XmlNode[] => children(child(node, list), item)
const ids = (items: readonly XmlNode[]): string[] => items.flatMap((one) => childText(one, 'ID') ?? [])

export const checkOf = (node: XmlNode): Check => {
  const text = (name: string): string | null => childText(node, name)
  const [cves, vendors, bugs] = [listed(node, 'CVE_ID_LIST', 'CVE_ID'), listed(node, 'VENDOR_REFERENCE_LIST', 'VENDOR_REFERENCE'), listed(node, 'BUGTRAQ_ID_LIST', 'BUGTRAQ_ID')]
  const exploits = children(child(child(node, 'CORRELATION'), 'EXPLOITABILITY'), 'EXPLT_SRC').flatMap((source) => listed(source, 'EXPLT_LIST', 'EXPLT'))
  const score = (group: string, ...names: string[]): string | null =>
    [child(node, group), node].flatMap((of) => names.map((name) => childText(of, name))).find((found) => found !== null) ?? null
  return {
    title: text('TITLE'), severity: text('SEVERITY') ?? text('SEVERITY_LEVEL'),
    description: paragraphs(text('THREAT') ?? text('DIAGNOSIS') ?? text('DESCRIPTION'), text('IMPACT') ?? text('CONSEQUENCE')),
    solution: text('SOLUTION'),
    references: [...vendors, ...cves, ...bugs].map((one) => childText(one, 'URL')).concat(exploits.map((one) => childText(one, 'LINK'))),
    identifiers: joined(
      identifiersIn(node.at.cveid, ...ids(cves), ...ids(vendors), ...exploits.map((one) => childText(one, 'REF')), text('TITLE')),
      { cwe: childTexts(node, 'CWE').flatMap((list) => list.split(/[\s,]+/)).flatMap(cweOf), other: bids(...ids(bugs)) },
    ),
    cvss: [
      cvssOfText(score('CVSS4_SCORE', 'CVSS4_BASE'), '4.0'), cvssOfText(score('CVSS3_SCORE', 'CVSS3_BASE') ?? childText(child(node, 'CVSS_V3'), 'BASE'), '3.0'),
      cvssOfText(score('CVSS_SCORE', 'CVSS_BASE'), '2.0'),
    ],
  }
}

const known = new WeakMap<readonly XmlNode[], ReadonlyMap<string, Check>>()

/** Checks by their number, from what was collected before. */
export const checksOf = (first: readonly XmlNode[]): ReadonlyMap<string, Check> => {
  const before = known.get(first)
  if (before !== undefined) return before
  const all = new Map(first.flatMap((node) => {
    const qid = childText(node, 'QID')
    return qid === null ? [] : [[qid, checkOf(node)] as const]
  }))
  known.set(first, all)
  return all
}
