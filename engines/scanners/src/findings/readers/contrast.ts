import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'
import { hostNamed, joinedUrl, labelled } from '../web.ts'

const stances: Readonly<Record<string, Stance>> = {
  notaproblem: 'false-positive', falsepositive: 'false-positive', remediated: 'fixed', fixed: 'fixed', autoremediated: 'fixed', remediatedautoverified: 'fixed',
}
const noted = /^(?:suspicious|confirmed|reported)$/i

/** Contrast Assess, CSV export of vulnerabilities: one finding for each. https://docs.contrastsecurity.com/en/export-findings.html */
export const reader: TableReader = {
  id: 'contrast',
  name: 'Contrast',
  kind: 'table',
  detect: (head) => ['Vulnerability Name', 'Vulnerability ID', 'Rule Name'].every((name) => head.header.includes(name)),
  read: ({ line, cell }) => {
    const cwe = cell('CWE ID')
    const severity = cell('Severity')
    const status = cell('Status')?.replace(/[\s_-]/g, '') ?? ''
    const [host, port] = [cell('Request Host', 'Server'), Number(cell('Request Port') ?? Number.NaN)]
    const scheme = cell('Request Protocol')?.toLowerCase() ?? ''
    const origin = host === null || !/^https?$/.test(scheme) ? host : `${scheme}://${host}${Number.isInteger(port) && port !== (scheme === 'http' ? 80 : 443) ? `:${port}` : ''}`
    const query = cell('Request Qs')
    const uri = cell('Request URI')
    return [{
      rule: cell('Rule Name'), title: cell('Vulnerability Name'), references: [cwe?.startsWith('http') ? cwe : null],
      identifiers: joined({ cwe: cweOf(/(\d+)(?:\.html)?$/.exec(cwe ?? '')?.[1]) }, identifiersIn(cell('Vulnerability Name'))),
      severity, stance: noted.test(status) ? 'open' : (stances[status.toLowerCase()] ?? 'open'),
      url: joinedUrl(origin, query === null ? uri : `${uri ?? ''}?${query}`), host: hostNamed(host),
      service: Number.isInteger(port) ? { port, name: cell('Request Protocol'), protocol: 'tcp' } : null,
      component: cell('Application Name') === null ? null : { name: cell('Application Name')! },
      evidence: labelled({
        Id: cell('Vulnerability ID'), Category: cell('Category'), Status: cell('Status'), Events: cell('Number of Events'), 'Application id': cell('Application ID'),
        Method: cell('Request Method'), Version: cell('Request Version'), Body: cell('Request Body'),
      }),
      firstSeen: cell('First Seen Datetime') ?? cell('First Seen'), lastSeen: cell('Last Seen Datetime') ?? cell('Last Seen'), record: `line ${line}`,
    }]
  },
}
