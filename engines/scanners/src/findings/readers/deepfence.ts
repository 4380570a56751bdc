import { advisories, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import type { Stance } from '../finding.ts'
import type { TableReader, TableRow } from '../reader.ts'

type Cell = TableRow['cell']
type Part = Omit<Draft, 'record' | 'host' | 'stance'>

const vulnerability = (cell: Cell): Part => {
  const id = cell('CVE ID', 'cve_id')
  const named = cell('Caused By Package', 'cve_caused_by_package')
  // The last part is the version, with its epoch: `libone:2:1.0`, `org.example:one:1.0`.
  const [, name, version] = /^(.+?):((?:\d+:)?[^:]+)$/s.exec(named ?? '') ?? []
  const vector = cell('Attack Vector', 'cve_attack_vector')
  // `cvss:3.1/av:n/…` is how it writes vectors; other texts are none.
  const isVector = /^(?:cvss:[34]\.\d\/)?av:[nalp]\//i.test(vector ?? '')
  return {
    rule: id,
    title: [id, named].filter((t) => t !== null).join(' in '),
    description: cell('Description', 'cve_description'),
    solution: labelled('Fixed in', cell('Fixed In', 'cve_fixed_in')),
    references: [cell('Link', 'cve_link')],
    identifiers: advisories(id),
    cvss: [{ vector: isVector ? vector!.toUpperCase().replace('/AU:', '/Au:') : null, score: cell('CVSS Score', 'cve_cvss_score') }],
    severity: cell('Severity', 'cve_severity'),
    component: named === null ? null : { name: name ?? named, version: version ?? null, fixedIn: cell('Fixed In', 'cve_fixed_in'), path: cell('Caused By Package Path') },
    evidence: lines(isVector ? null : labelled('Attack vector', vector), labelled('Overall score', cell('Overall Score', 'cve_overall_score')),
      labelled('Type', cell('Type', 'cve_type'))),
  }
}

const inFile = (cell: Cell): Part => {
  const file = cell('File Name', 'Filename', 'full_filename')
  return {
    rule: cell('Rule Name', 'Rule', 'name'),
    title: cell('Rule Name', 'Rule', 'name') ?? cell('Matched Content'),
    description: cell('Summary'),
    severity: cell('Severity', 'level'),
    place: file === null ? null : { file },
    evidence: lines(labelled('Class', cell('Class')), cell('Matched Content'), labelled('Signature', cell('Signature', 'Regex'))),
  }
}

const stances: Readonly<Record<string, Stance>> = { pass: 'passed', ok: 'passed' }

const check = (cell: Cell): Part => ({
  rule: cell('Control ID', 'Test Number', 'compliance_check_type'),
  title: cell('Info', 'Test Info', 'Description'),
  description: cell('Description', 'Test Desc'),
  solution: cell('Remediation'),
  severity: cell('Status', 'Test Status'),
  evidence: lines(labelled('Standard', cell('Compliance Standard', 'Compliance Check Type')), labelled('Category', cell('Category', 'Test Category'))),
})

const has = (header: readonly string[], ...names: readonly string[]): boolean => names.every((name) => header.some((one) => one.trim().toLowerCase() === name))

/** Deepfence ThreatMapper, CSV and XLSX of vulnerabilities, malware, secrets and compliance: one finding for each row. https://community.deepfence.io/threatmapper/docs/ */
export const reader: TableReader = {
  id: 'deepfence',
  name: 'Deepfence ThreatMapper',
  kind: 'table',
  detect: ({ header }) =>
    has(header, 'cve id', 'caused by package') || has(header, 'rule name', 'file name', 'node name') || has(header, 'filename', 'matched content', 'node name')
    || has(header, 'compliance standard', 'status', 'node name') || has(header, 'test number', 'test status', 'node name'),
  read: ({ line, cell }, { table: { header } }) => {
    const isCheck = has(header, 'compliance standard') || has(header, 'test status')
    const told = has(header, 'cve id') ? vulnerability(cell) : isCheck ? check(cell) : inFile(cell)
    const node = cell('Node Name', 'Host Name')
    const masked = /^(?:1|true|yes)$/i.test(cell('Masked') ?? '')
    return [{
      ...told,
      stance: masked ? 'suppressed' : (isCheck ? stances[told.severity?.toLowerCase() ?? ''] : undefined) ?? 'open',
      host: node === null ? null : { name: node },
      evidence: lines(told.evidence, labelled('Node type', cell('Node Type', 'NodeType')), labelled('Container', cell('Container Name')),
        labelled('Cluster', cell('Kubernetes Cluster Name'))),
      record: `line ${line}`,
    }]
  },
}
