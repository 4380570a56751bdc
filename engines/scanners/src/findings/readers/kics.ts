import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** KICS, JSON: one finding for each place that a query found. https://docs.kics.io/latest/results */
export const reader: JsonReader = {
  id: 'kics',
  name: 'KICS',
  kind: 'json',
  detect: ({ keys, text: beginning }) => keys.has('queries_total') || keys.has('kics_version') || (keys.has('queries') && /"query_id"\s*:/.test(beginning) && /"similarity_id"\s*:/.test(beginning)),
  paths: [['queries', '*'], ['bill_of_materials', '*']],
  read: ({ value, keys }, { context }) => list(value, 'files').map((file, i) => ({
    rule: text(value, 'query_id'), title: text(value, 'query_name'), description: text(value, 'description'), references: [text(value, 'query_url')],
    solution: text(file, 'remediation') ?? text(file, 'expected_value'),
    identifiers: joined({ cwe: cweOf(text(value, 'cwe')) }, identifiersIn(text(value, 'query_name'), text(value, 'cis_description_id'))), severity: text(value, 'severity'),
    derived: text(value, 'severity') === 'TRACE' ? 'none' : null,
    place: { file: text(file, 'file_name') ?? 'unknown', line: number(file, 'line') },
    evidence: linesOf(
      named('Platform', text(value, 'platform')), named('Category', text(value, 'category')),
      named('Resource', [text(file, 'resource_type'), text(file, 'resource_name')].filter((t) => t !== null).join(' ')), named('Key', text(file, 'search_key')),
      named('Issue', text(file, 'issue_type')), named('Expected', text(file, 'expected_value')), named('Actual', text(file, 'actual_value')),
    ),
    firstSeen: text(context, 'start'), record: pointer([...keys, 'files', i]),
  })),
}
