import type { Draft } from '../draft.ts'
import { identifiersIn } from '../identifiers.ts'
import type { TextReader } from '../reader.ts'

/** What a block of lines `Name: value` tells. */
const findingOf = (told: ReadonlyMap<string, string>, line: number): Draft[] => {
  const of = (name: string): string | null => told.get(name) ?? null
  const name = of('Name')
  const record = `line ${line}`
  if (name === null) return of('Insecure Source URI found') === null ? [] : [{ rule: 'insecure_source', title: 'Insecure Source URI found', evidence: of('Insecure Source URI found'), record }]
  const [version, rule, fixed] = [of('Version'), of('Advisory') ?? of('CVE'), of('Solution')]
  return [{
    rule, title: of('Title') ?? rule, solution: fixed, references: [of('URL')], identifiers: identifiersIn(rule, of('CVE'), of('GHSA'), of('Title'), of('URL')),
    severity: of('Criticality'),
    component: { name, version, purl: `pkg:gem/${name}${version === null ? '' : `@${version}`}`, fixedIn: fixed?.replace(/^upgrade to /, '') ?? null }, record,
  }]
}

/** bundler-audit, text: one finding for each block that names a gem, and for each insecure source. https://github.com/rubysec/bundler-audit */
export const reader: TextReader = {
  id: 'bundlerAuditText',
  name: 'bundler-audit (text)',
  kind: 'text',
  detect: ({ text }) => (/^Name: \S/m.test(text) && /^(?:Advisory|CVE|GHSA): \S/m.test(text) && /^Solution: /m.test(text)) || /^Insecure Source URI found: /m.test(text),
  begin: () => {
    let told = new Map<string, string>()
    let begun = 0
    return (line, number) => {
      const end = line === null || line.trim() === ''
      const pair = /^([A-Z][\w ]{0,40}): (.*)$/.exec(line ?? '')
      const isNext = pair?.[1] === 'Name' && told.has('Name')
      const before = end || isNext ? findingOf(told, begun) : []
      if (end || isNext) told = new Map()
      if (pair !== null) {
        if (told.size === 0) begun = number
        told.set(pair[1]!, pair[2]!.trim())
      }
      return before
    }
  },
}
