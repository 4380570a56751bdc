import type { Random } from '../plant/random.ts'
import type { Texts } from './texts.ts'
import { tell, type Make } from './write.ts'

const placeOf = (random: Random, texts: Texts) => ({
  physicalLocation: {
    artifactLocation: { uri: `src/module${random.integer(1, 99)}/file${random.integer(1, 999)}.ts`, uriBaseId: '%SRCROOT%' },
    region: { startLine: random.integer(1, 900), startColumn: random.integer(1, 60), endLine: random.integer(900, 999), endColumn: 80,
      snippet: { text: `  const value = request.query["${texts.hex(8)}"]\n\treturn db.run(\`select \${value}\`)` } },
  },
})

/** Two runs of 1,500 rules each: one names rules by their place and tells the flow of data (CodeQL), the other by their id alone (Semgrep). Rules of a third of the findings are
 * about a CVE. */
export const sarif: Make = function* (random, texts, told, isFull) {
  const rules = Array.from({ length: 1_500 }, (_, i) => {
    const cve = random.chance(1 / 3) ? texts.cve() : null
    return {
      cves: cve === null ? [] : [cve],
      rule: {
        id: cve ?? `js/rule-${i}`, name: `js/rule-${i}`, shortDescription: { text: texts.sentence().slice(0, 60) }, fullDescription: { text: texts.sentences(1, 3) },
          help: { text: texts.sentences(1, 4, '\n'), markdown: texts.sentences(1, 4, '\n\n') },
        defaultConfiguration: { level: random.pick(['error', 'warning', 'note']) }, properties: { tags: ['security', `external/cwe/cwe-${random.integer(20, 900)}`],
          precision: 'high', 'security-severity': texts.score() },
      },
    }
  })
  yield '{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":['
  for (const name of ['Example QL', 'Example Grep']) {
    const isFirst = name === 'Example QL'
    yield `${isFirst ? '' : ','}{"tool":{"driver":{"name":"${name}","semanticVersion":"2.1.3","rules":${JSON.stringify(rules.map(({ rule }) => rule))}}},"results":[\n`
    for (let i = 0; isFirst ? i < 25_000 : i === 0 || !isFull(); i++) {
      const index = random.integer(0, rules.length - 1)
      const { rule, cves } = rules[index]!
      const locations = Array.from({ length: random.chance(0.1) ? 2 : 1 }, () => placeOf(random, texts))
      for (const _ of locations) tell(told, cves)
      yield `${i === 0 ? '' : ',\n'}${JSON.stringify({
        ruleId: rule.id, ...(isFirst ? { ruleIndex: index, rule: { id: rule.id, index } } : {}), level: random.pick(['error', 'warning', 'note']),
          message: { text: texts.sentences(1, 3) }, locations,
        partialFingerprints: { primaryLocationLineHash: `${texts.hex(16)}:1`, primaryLocationStartColumnFingerprint: '4' },
        ...(isFirst ? { codeFlows: [{ threadFlows: [{ locations: Array.from({ length: random.integer(2, 9) }, () => ({ location: { ...placeOf(random, texts),
          message: { text: `request.${texts.hex(6)}` } } })) }] }] } : { properties: {} }),
      })}`
    }
    yield ']}'
  }
  yield ']}\n'
}
