import type { TableReader } from '../reader.ts'
import { testsslDraft } from '../testssl.ts'

/** testssl.sh, `--csvfile`: one finding for each row; `passed` where the severity is OK. https://testssl.sh/doc/testssl.1.html */
export const reader: TableReader = {
  id: 'testssl',
  name: 'testssl.sh (CSV)',
  kind: 'table',
  detect: (head) => ['id', 'fqdn/ip', 'port', 'severity', 'finding'].every((name) => head.header.includes(name)),
  read: ({ cell, line }) => [testsslDraft({
    id: cell('id'), place: cell('fqdn/ip'), port: cell('port'), severity: cell('severity'), finding: cell('finding'), cve: cell('cve'), cwe: cell('cwe'), hint: cell('hint'),
  }, { record: `line ${line}` })],
}
