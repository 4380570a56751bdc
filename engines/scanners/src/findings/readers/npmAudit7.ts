import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { identifiersIn } from '../identifiers.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import { npmPurl } from '../npm.ts'
import type { JsonReader } from '../reader.ts'

const solutionOf = (fix: Json): string | null => {
  if (fix === true) return 'npm audit fix'
  const [name, version] = [text(fix, 'name'), text(fix, 'version')]
  return name === null ? null : `Install ${name}${version === null ? '' : `@${version}`}${at(fix, 'isSemVerMajor') === true ? ' (a breaking change)' : ''}`
}

/**
 * `npm audit --json` of npm 7 and later: one finding for each advisory of a package, and one for a package that depends on vulnerable versions of others.
 * https://docs.npmjs.com/cli/commands/npm-audit
 */
export const reader: JsonReader = {
  id: 'npmAudit7',
  name: 'npm audit (npm 7 and later)',
  kind: 'json',
  detect: (head) => head.keys.has('auditReportVersion') || (head.keys.has('vulnerabilities') && /"via"\s*:/.test(head.text) && /"effects"\s*:/.test(head.text)),
  paths: [['vulnerabilities', '*']],
  read: ({ value: item, keys }) => {
    const name = text(item, 'name') ?? String(keys.at(-1))
    const nodes = texts(item, 'nodes')
    const fix = at(item, 'fixAvailable')
    const common = {
      solution: solutionOf(fix),
      component: { name, version: null, purl: npmPurl(name, null), fixedIn: text(fix, 'name') === name ? text(fix, 'version') : null, path: nodes.join(', ') },
    }
    const range = (of: Json): string | null => (text(of, 'range') === null ? null : `Vulnerable: ${text(of, 'range')}`)
    const via = list(item, 'via')
    const advisories = via.flatMap((advisory, i): Draft[] => {
      if (typeof advisory === 'string') return []
      const [vector, score] = [text(advisory, 'cvss', 'vectorString'), number(advisory, 'cvss', 'score')]
      const ids = identifiersIn(text(advisory, 'url'), ...texts(advisory, 'cwe'), text(advisory, 'title'))
      return [{
        ...common, rule: ids.other[0] ?? text(advisory, 'source'), title: text(advisory, 'title'), references: [text(advisory, 'url')], identifiers: ids,
        cvss: vector === null && score === 0 ? [] : [{ vector, score }], severity: text(advisory, 'severity') ?? text(item, 'severity'), evidence: range(advisory),
        record: pointer([...keys, 'via', i]),
      }]
    })
    const dependsOn = via.filter((one) => typeof one === 'string')
    return dependsOn.length === 0 && advisories.length > 0 ? advisories : [...advisories, {
      ...common, title: `${name} depends on vulnerable versions of ${dependsOn.join(', ')}`, severity: text(item, 'severity'), evidence: range(item), record: pointer(keys),
    }]
  },
}
