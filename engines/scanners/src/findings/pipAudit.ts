import type { JsonRecord } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import { identifiersIn } from './identifiers.ts'
import { list, pointer, text, texts } from './nodes.ts'

/** The flaws of one dependency. */
export const pipAuditFindings = ({ value, keys }: JsonRecord): Draft[] => list(value, 'vulns').map((flaw, i) => {
  const [name, version] = [text(value, 'name') ?? 'unknown', text(value, 'version')]
  return {
    rule: text(flaw, 'id'), title: text(flaw, 'id'), description: text(flaw, 'description'), identifiers: identifiersIn(text(flaw, 'id'), ...texts(flaw, 'aliases')),
    component: { name, version, purl: `pkg:pypi/${name.toLowerCase().replaceAll('_', '-')}${version === null ? '' : `@${version}`}`, fixedIn: texts(flaw, 'fix_versions').join(', ') },
    record: pointer([...keys, 'vulns', i]),
  }
})
