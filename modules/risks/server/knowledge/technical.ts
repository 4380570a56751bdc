import { knowledge } from '@heng/content-knowledge'

/** Weaknesses of machines and software; what people, places, contracts and processes lack no scanner can see. */
const categories: ReadonlySet<string> = new Set(['network', 'host', 'application', 'data', 'cryptography', 'identity-access', 'cloud', 'ot'])
/** What reduces flaws that scanners find: management of technical vulnerabilities, configuration management, secure coding (ISO/IEC 27001:2022 Annex A). */
const controls: ReadonlySet<string> = new Set(['A.8.8', 'A.8.9', 'A.8.28'])

let ids: readonly string[] | undefined
/** Vulnerabilities (脆弱性) of the knowledge base that rest on technical flaws (漏洞) which scanners find; a scan is evidence for or against these alone. */
export const technicalVulnerabilities = (): readonly string[] =>
  (ids ??= knowledge().vulnerabilities.filter(({ category, controls: reducedBy }) => categories.has(category) && reducedBy.some((line) => controls.has(line))).map(({ id }) => id))

/** Factors of the built-in methods that say how easily a vulnerability is used, or how severe it is: on a scale of five, as the level of technical vulnerability. */
export const technicalFactors = ['exploitability', 'vulnerability'] as const
