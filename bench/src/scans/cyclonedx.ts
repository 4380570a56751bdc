import { tell, type Make } from './write.ts'

/** A bill of 10,000 components with vulnerabilities, indented, each of one to three components. */
export const cyclonedx: Make = function* (random, texts, told, isFull) {
  const indented = (value: unknown): string => JSON.stringify(value, null, 2).replaceAll('\n', '\n    ')
  const refs = Array.from({ length: 10_000 }, (_, i) => `pkg:npm/library-${i}@${random.integer(1, 19)}.${random.integer(0, 30)}.0`)
  yield `{\n  "bomFormat": "CycloneDX",\n  "specVersion": "1.6",\n  "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",\n  "version": 1,\n  "metadata": { "timestamp": "2031-01-05T10:20:30Z", "component": { "type": "application", "bom-ref": "shop", "name": "shop", "version": "1.4" } },\n  "components": [`
  for (const [i, purl] of refs.entries()) {
    yield `${i === 0 ? '' : ','}\n    ${indented({ type: 'library', 'bom-ref': purl, name: `library-${i}`, version: purl.slice(purl.indexOf('@') + 1), hashes: [{ alg: 'SHA-256', content: texts.hex(64) }], licenses: [{ license: { id: 'MIT' } }], purl })}`
  }
  yield '\n  ],\n  "vulnerabilities": ['
  for (let i = 0; i === 0 || !isFull(); i++) {
    const [cve, affects] = [texts.cve(), Array.from({ length: random.integer(1, 3) }, () => ({ ref: random.pick(refs), versions: [{ version: '1.0.0', status: 'affected' }] }))]
    for (const _ of affects) tell(told, [cve])
    yield `${i === 0 ? '' : ','}\n    ${indented({
      'bom-ref': `vulnerability-${i}`, id: cve, source: { name: 'NVD', url: `https://nvd.example.org/vuln/detail/${cve}` },
        references: [{ id: `SNYK-JS-${random.integer(100, 999)}`, source: { name: 'Example', url: `https://example.org/${texts.hex(8)}` } }],
      ratings: [
        { source: { name: 'NVD' }, score: Number(texts.score()), severity: random.pick(['low', 'medium', 'high', 'critical']), method: 'CVSSv31', vector: texts.vector3() },
        { source: { name: 'Example' }, score: Number(texts.score()), severity: 'medium', method: 'CVSSv2', vector: texts.vector2() },
      ],
      cwes: [random.integer(20, 900)], description: texts.sentences(1, 6), detail: texts.sentences(1, 6, '\n'), recommendation: texts.sentence(),
        advisories: [{ title: 'Advisory', url: `https://example.org/advisories/${i}` }],
      created: '2030-05-06T07:08:09Z', published: '2030-05-07T07:08:09Z', updated: '2030-06-07T07:08:09Z', analysis: random.chance(0.3) ? { state: 'exploitable',
        response: ['update'], detail: texts.sentence() } : undefined, affects,
    })}`
  }
  yield '\n  ]\n}\n'
}
