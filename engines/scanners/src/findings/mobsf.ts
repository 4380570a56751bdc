import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { Severity } from './finding.ts'
import { cweOf, identifiersIn, joined } from './identifiers.ts'
import { at, list, number, text, texts } from './nodes.ts'
import { lineOf, linesOf, named } from './sast.ts'

/** The words of MobSF that others do not share. */
const levels: Readonly<Record<string, Severity>> = { good: 'none', secure: 'none', hotspot: 'low', dangerous: 'medium', signature: 'none', signatureorsystem: 'none', normal: 'none', unknown: 'none' }

const severityOf = (word: string | null): Partial<Draft> => {
  const derived = levels[word?.toLowerCase() ?? '']
  return { severity: word, ...(derived === undefined ? {} : { derived }), stance: word === 'good' || word === 'secure' ? 'passed' : 'open' }
}

const plain = (title: string | null): string | null => title?.replace(/<[^<>]{0,200}>/g, ' ').replace(/\s+/g, ' ') ?? null

const told = (rule: string | null, title: string | null, description: string | null, word: string | null, more: Partial<Draft>, record: string): Draft => ({
  rule: plain(rule), title: plain(title) ?? plain(rule), description, ...severityOf(word), ...more, record,
})

const metadataOf = (of: Json): Partial<Draft> => ({
  identifiers: joined({ cwe: cweOf(text(of, 'cwe')) }, identifiersIn(text(of, 'cwe'), text(of, 'description'))), references: [text(of, 'ref')],
  cvss: [{ score: number(of, 'cvss') || null }],
})

/** A rule of code or interfaces, in each file that it was found in; the lines of a file stand in the evidence. */
export const inFiles = (rule: string, value: Json, record: string): Draft[] => {
  const metadata = at(value, 'metadata') ?? value
  const labels = linesOf(named('OWASP', text(metadata, 'owasp-mobile') ?? text(metadata, 'owasp')), named('MASVS', text(metadata, 'masvs')))
  const word = text(metadata, 'severity') ?? text(metadata, 'level') ?? text(value, 'stat')
  const common = told(rule, text(metadata, 'title') ?? text(metadata, 'description') ?? rule, text(metadata, 'description') ?? text(metadata, 'detailed_desc'), word, metadataOf(metadata), record)
  const files = at(value, 'files') ?? at(value, 'path')
  const places = files !== null && typeof files === 'object' && !Array.isArray(files) ? Object.entries(files)
    .map(([file, lines]) => [file, text(lines) ?? texts(lines).join(',')] as const) : texts(files).map((file) => [file, ''] as const)
  if (places.length === 0) return [{ ...common, evidence: labels }]
  return places.map(([file, lines]) => ({ ...common, place: { file, line: lineOf(lines) }, evidence: linesOf(named('Lines', lines), labels) }))
}

/** What a list or a map of results says, each in its own way. */
const one = (value: Json, key: string | number, record: string): Draft[] => {
  if (Array.isArray(value)) return [told(text(value, 2) ?? text(value, 1), text(value, 2) ?? text(value, 1), text(value, 1), text(value, 0), {}, record)]
  const rule = typeof key === 'string' ? key : null
  if (value === null || typeof value !== 'object') return text(value) === null ? [] : [told(rule, text(value), null, null, {}, record)]
  const title = text(value, 'title') ?? text(value, 'issue') ?? text(value, 'finding') ?? rule ?? text(value, 'url') ?? text(value, 'description')
  const files = list(value, 'files').flatMap((file) => text(file) ?? text(file, 'file_path') ?? [])
  const common = told(
    text(value, 'rule') ?? title, title, linesOf(text(value, 'description') ?? text(value, 'desc') ?? text(value, 'detailed_desc'), text(value, 'info')),
    text(value, 'severity') ?? text(value, 'stat') ?? text(value, 'status'),
    { ...metadataOf(value),
      evidence: linesOf(named('Component', texts(value, 'component').join(', ')), named('Scope', texts(value, 'scope').join(', ')), named('URL', text(value, 'url')),
      named('Open', text(value, 'open'))) },
    record,
  )
  return files.length === 0 ? [common] : files.map((file) => ({ ...common, place: { file } }))
}

/** Properties of a binary (`nx`, `pie`, …), each with its severity. */
const ofBinary = (value: Json, record: string): Draft[] => {
  const file = text(value, 'name')
  const checks = value !== null && typeof value === 'object' && !Array.isArray(value) ? Object.entries(value).filter(([, check]) => text(check, 'severity') !== null) : []
  return checks.map(([check, said]) => told(check, `Binary: ${check}`, text(said, 'description'), text(said, 'severity'), file === null ? {} : { place: { file } }, record))
}

/** Results of one section, below the pointer to it. */
export const sectionOf = (section: string, value: Json, key: string | number, record: string): Draft[] => {
  const inner = (from: Json): Draft[] => (Array.isArray(from) ? from.flatMap((each, i) => one(each, i, `${record}/${i}`))
    : Object.entries(from ?? {}).flatMap(([name, each]) => one(each, name, `${record}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`)))
  if (/_summary$|^summary$/.test(String(key)) || key === 'certificate_info') return []
  if (section === 'code_analysis' || section === 'android_api' || section === 'ios_api') {
    return key === 'findings' ? Object.entries(value ?? {}).flatMap(([name, each]) => inFiles(name, each, `${record}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`))
      : inFiles(String(key), value, record)
  }
  if (/_findings$|^findings$/.test(String(key))) return inner(value)
  if (section === 'binary_analysis' || section === 'dylib_analysis' || section === 'framework_analysis') {
    const checks = ofBinary(value, record)
    return checks.length > 0 ? checks : at(value, 'name') === null ? one(value, key, record) : []
  }
  if (section === 'macho_analysis') return text(value, 'severity') === null ? [] : [told(String(key), `Binary: ${key}`, text(value, 'description'), text(value, 'severity'), {}, record)]
  if (section === 'secrets') return text(value) === null ? [] : [told('secret', 'Possible secret', null, null, { evidence: text(value), secrets: [] }, record)]
  if (section === 'firebase_urls') return [told('firebase', 'Firebase database', null, null, { url: text(value, 'url'), evidence: named('Open', text(value, 'open')) }, record)]
  return one(value, key, record)
}
