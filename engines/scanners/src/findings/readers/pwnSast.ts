import { cweOf } from '../identifiers.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/** PWN SAST, JSON: one finding for each line of each file that a test case found. https://github.com/0dayinc/pwn */
export const reader: JsonReader = {
  id: 'pwnSast',
  name: 'PWN SAST',
  kind: 'json',
  detect: (head) => head.keys.has('data') && /"(?:sast_module|security_references|line_no_and_contents)"\s*:/.test(head.text),
  paths: [['data', '*']],
  read: ({ value, keys }) => {
    const of = (...names: string[]) => text(value, ...names)
    const file = of('filename', 'entry') ?? of('filename') ?? ''
    const lines = list(value, 'line_no_and_contents')
    const common = {
      rule: of('security_references', 'sast_module'),
      title: [of('security_references', 'section'), of('security_references', 'sast_module')].filter((t) => t !== null).join(': '), description: of('test_case_filter'),
      references: [of('security_references', 'cwe_uri'), of('security_references', 'nist_800_53_uri')], identifiers: { cwe: cweOf(of('security_references', 'cwe_id')) },
      url: of('filename', 'git_repo_root_uri'), firstSeen: of('timestamp'), record: pointer(keys),
    }
    return lines.length === 0 ? [{ ...common, place: { file } }]
      : lines.map((line) => ({ ...common, place: { file, line: number(line, 'line_no') }, evidence: [text(line, 'contents'), text(line, 'author')].filter((t) => t !== null).join('\n') }))
  },
}
