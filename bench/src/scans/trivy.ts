import { tell, type Make } from './write.ts'

/** An image with very many packages by Trivy, indented as Trivy does: one target after another, some thousand vulnerabilities each. */
export const trivy: Make = function* (random, texts, told, isFull) {
  const indented = (value: unknown, by: number): string => JSON.stringify(value, null, 2).replaceAll('\n', `\n${' '.repeat(by)}`)
  yield `{\n  "SchemaVersion": 2,\n  "CreatedAt": "2031-01-05T10:20:30.123456789+08:00",\n  "ArtifactName": "registry.example.org/shop:1.4",\n  "ArtifactType": "container_image",\n  "Metadata": ${indented({ OS: { Family: 'debian', Name: '12.5' }, ImageID: `sha256:${texts.hex(64)}` }, 2)},\n  "Results": [`
  for (let target = 0; target === 0 || !isFull(); target++) {
    yield `${target === 0 ? '' : ','}\n    {\n      "Target": "app/module-${target}/package-lock.json",\n      "Class": "lang-pkgs",\n      "Type": "npm",\n      "Vulnerabilities": [`
    for (let i = 0, most = random.integer(500, 3_000); i === 0 || (i < most && !isFull()); i++) {
      const [cve, name, version] = [texts.cve(), `library-${random.integer(1, 9_999)}`, `${random.integer(1, 19)}.${random.integer(0, 30)}.0`]
      tell(told, [cve])
      yield `${i === 0 ? '' : ','}\n        ${indented({
        VulnerabilityID: cve, VendorIDs: random.chance(0.3) ? [`DSA-${random.integer(4_000, 5_999)}-1`] : undefined, PkgID: `${name}@${version}`, PkgName: name,
          PkgIdentifier: { PURL: `pkg:npm/${name}@${version}`, UID: texts.hex(16) },
        InstalledVersion: version, FixedVersion: `${version}-${random.integer(1, 9)}`, Status: random.pick(['fixed', 'affected', 'will_not_fix']),
          Layer: { Digest: `sha256:${texts.hex(64)}`, DiffID: `sha256:${texts.hex(64)}` },
        SeveritySource: 'nvd', PrimaryURL: `https://avd.example.org/nvd/${cve.toLowerCase()}`, DataSource: { ID: 'ghsa', Name: 'GitHub Security Advisory npm',
          URL: 'https://example.org/advisories?query=type%3Areviewed' },
        Title: `${name}: ${texts.sentence().slice(0, 60)} "quoted"`, Description: texts.sentences(1, 8, '\n'), Severity: random.pick(['LOW', 'MEDIUM', 'HIGH', 'CRITICAL',
          'UNKNOWN']), CweIDs: [`CWE-${random.integer(20, 900)}`],
        VendorSeverity: { ghsa: 3, nvd: 3, redhat: 2 }, CVSS: { ghsa: { V3Vector: texts.vector3(), V3Score: 7.5 }, nvd: { V2Vector: texts.vector2(), V3Vector: texts.vector3(),
          V2Score: 5, V3Score: 7.5 } },
        References: Array.from({ length: random.integer(2, 12) }, (_, n) => `https://example.org/${name}/security/advisories/${texts.hex(12)}?n=${n}`),
          PublishedDate: '2030-05-06T07:08:09.123Z', LastModifiedDate: '2030-11-21T09:15:00.58Z',
      }, 8)}`
    }
    yield '\n      ]\n    }'
  }
  yield '\n  ]\n}\n'
}
