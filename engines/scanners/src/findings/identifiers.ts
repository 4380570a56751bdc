import type { Identifiers } from './finding.ts'

const kinds = {
  cve: /\bCVE-\d{4}-\d{4,}\b/gi,
  cwe: /\bCWE-(\d{1,5})\b/gi,
  cnvd: /\bCNVD-(?:C-)?\d{4}-\d{4,}\b/gi,
  cnnvd: /\bCNNVD-\d{6}-\d{3,}\b/gi,
  other: /\b(?:GHSA(?:-[23456789cfghjmpqrvwx]{4}){3}|(?:RHSA|RHBA|ALAS\w{0,16}|ELSA|DSA|DLA|USN|SUSE-SU|openSUSE-SU|FEDORA|GLSA|MFSA|VMSA|MS|KB|PYSEC|RUSTSEC|GO|TEMP|SNYK|sonatype|NSWG-ECO|GSD|MAL|BIT|OSV)[-:]?\d[\w:.-]{0,30}\d)\b/g,
} as const

/** Most texts have none of these. */
const common = /\b(?:CVE|CWE|CN(?:N?VD))-/i

const unique = (list: readonly string[]): string[] => (list.length < 2 ? [...list] : [...new Set(list)])

/** Numbers as they are written in any of these texts. `CWE-079` is `CWE-79`. O(length). */
export const identifiersIn = (...texts: readonly (string | null | undefined)[]): Identifiers => {
  const text = texts.filter((t) => t != null).join('\n').slice(0, 1_000_000)
  const hasNumbers = common.test(text)
  const all = (of: RegExp): string[] => (hasNumbers ? unique((text.match(of) ?? []).map((found) => found.toUpperCase())) : [])
  return {
    cve: all(kinds.cve), cwe: unique(all(kinds.cwe).map((found) => `CWE-${Number(found.slice(4))}`)), cnvd: all(kinds.cnvd), cnnvd: all(kinds.cnnvd), other: unique(text.match(kinds.other) ?? []),
  }
}

/** The numbers of several sources as one. */
export const joined = (...all: readonly Partial<Identifiers>[]): Identifiers => {
  const of = (kind: keyof Identifiers): string[] => {
    const list: string[] = []
    for (const one of all) for (const number of one[kind] ?? []) list.push(number)
    return unique(list)
  }
  return { cve: of('cve'), cwe: of('cwe'), cnvd: of('cnvd'), cnnvd: of('cnnvd'), other: of('other') }
}

/** `79`, `'79'` and `'CWE-79'` as `CWE-79`; anything else is none. */
export const cweOf = (value: unknown): string[] => {
  const found = /^(?:CWE[-: ]?)?0*(\d{1,5})(?:\D|$)/i.exec(String(value ?? '').trim())
  return found === null || found[1] === '0' ? [] : [`CWE-${found[1]}`]
}
