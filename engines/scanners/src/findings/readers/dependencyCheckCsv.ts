import { packageOf } from '../dependencyCheckVectors.ts'
import { identifiersIn } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'

/** OWASP Dependency-Check, CSV: one finding for each row, which is a flaw of a dependency. https://jeremylong.github.io/DependencyCheck */
export const reader: TableReader = {
  id: 'dependencyCheckCsv',
  name: 'OWASP Dependency-Check (CSV)',
  kind: 'table',
  detect: ({ header }) => ['DependencyName', 'DependencyPath', 'CVE', 'CWE'].every((name) => header.includes(name)),
  read: ({ cell, line }) => {
    const id = cell('Identifiers')?.split(/[,;]\s*/)[0] ?? null
    const rule = cell('CVE')
    const [cvss2, cvss3, cvss4] = [cell('CVSSv2')?.replace(/^\//, '') ?? null, cell('CVSSv3'), cell('CVSSv4')]
    return [{
      rule, title: rule, description: cell('Vulnerability'),
      identifiers: identifiersIn(rule, cell('CWE'), cell('Vulnerability')),
      cvss: [
        { version: '4.0', vector: cvss4, score: cell('CVSSv4_BaseScore', 'CVSSv4_Score') },
        { vector: cvss3, score: cell('CVSSv3_BaseScore'), ...(cvss3 === null ? { version: '3.1' as const } : {}) },
        { version: '2.0', vector: cvss2, score: cell('CVSSv2_Score') },
      ],
      severity: cell('CVSSv4_BaseSeverity', 'CVSSv3_BaseSeverity', 'CVSSv2_Severity', 'Severity'),
      component: { name: cell('DependencyName') ?? 'unknown', version: null, purl: null, ...(id === null ? null : packageOf(id)), path: cell('DependencyPath') },
      evidence: cell('CPE'), firstSeen: cell('ScanDate'), record: `line ${line}`,
    }]
  },
}
