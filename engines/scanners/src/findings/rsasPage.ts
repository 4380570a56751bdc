import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { HtmlNode } from './html.ts'
import { cellsOf, elements, rowsOf, textOf } from './htmlNodes.ts'
import { identifiersIn, joined } from './identifiers.ts'
import { at, list, number, pointer, text, texts } from './nodes.ts'
import { cncveIn, severityOfPoints } from './rsas.ts'
import { addressOf, headersOf, hostNamed, labelled } from './web.ts'

type Common = Pick<Draft, 'host' | 'firstSeen' | 'lastSeen'>

/** Nobody writes data that nests deeper. */
const deepest = 24

/** Values under a key, wherever they stand: versions put them at different places. */
const under = (value: Json, key: string, path: readonly (string | number)[] = []): { readonly value: Json; readonly path: readonly (string | number)[] }[] => {
  if (value === null || typeof value !== 'object' || path.length > deepest) return []
  const inner = Array.isArray(value) ? value.map((one, i) => [i, one] as const) : Object.entries(value)
  return inner.flatMap(([name, one]) => (name === key ? [{ value: one, path: [...path, name] }] : under(one, key, [...path, name])))
}

/** Numbers of a flaw stand under keys that are named after their lists. */
const numbersOf = (flaw: Json): Draft['identifiers'] => {
  const told = flaw !== null && typeof flaw === 'object' ? Object.entries(flaw).filter(([key]) => /cve|cnvd|cnnvd/i.test(key)).flatMap(([, value]) => texts(value)) : []
  return joined(identifiersIn(...told), { other: told.flatMap((one) => cncveIn(one)) })
}

const flawOf = (flaw: Json): Omit<Draft, 'record'> => ({
  title: text(flaw, 'i18n_name'), description: texts(flaw, 'i18n_description').join('\n'), solution: texts(flaw, 'i18n_solution').join('\n'),
  identifiers: numbersOf(flaw) ?? {}, cvss: [{ score: text(flaw, 'cvss') }], derived: severityOfPoints(text(flaw, 'severity_points')),
})

/** What concerns no port stands under dashes. */
const said = (value: string | null | undefined): string | null => (value == null || /^-*$/.test(value) ? null : value)

const ofHost = (items: readonly Json[], path: readonly (string | number)[], common: Common): Draft[] =>
  items.flatMap((item, i) => list(item, 'vuls').map((vul, j) => {
    const flaw = at(vul, 'vul_msg')
    const [level, port] = [text(vul, 'vul_level'), number(item, 'port') ?? number(vul, 'port')]
    const own = hostNamed(text(flaw, 'host_ip'))
    const { derived, ...rest } = flawOf(flaw)
    return {
      ...rest, ...(level === null ? { derived: derived ?? null } : {}), ...common, host: common.host ?? own,
      rule: text(vul, 'vul_id') ?? text(flaw, 'vul_id'), severity: level ?? text(flaw, 'severity_points'),
      service: { port, protocol: said(text(item, 'protocol')), name: said(text(item, 'service')) }, record: pointer([...path, i, 'vuls', j]),
    }
  }))

const messageOf = (message: Json): string | null => {
  const headers = list(message, 'headers').flatMap((header) => (Array.isArray(header) ? [texts(header).join(': ')] : headersOf(header)))
  return [text(message, 'url') ?? text(message, 'status'), ...headers, ...texts(message, 'contents')].filter((line) => line !== null).join('\n') || null
}

const ofSite = (flaws: readonly Json[], path: readonly (string | number)[], common: Common): Draft[] =>
  flaws.flatMap((flaw, i) => {
    const more = flawOf(at(flaw, 'web_vuln_obj'))
    const [level, points] = [text(flaw, 'risk_level'), text(flaw, 'severity_points')]
    const pages = list(flaw, 'pages')
    return (pages.length === 0 ? [null] : pages).map((page, j) => {
      const { host, service, url } = addressOf(text(page, 'url'))
      return {
        ...more, ...common, title: text(flaw, 'i18n_name') ?? more.title, severity: level ?? points, derived: level === null ? severityOfPoints(points) : null,
        host: host ?? common.host, service: service ?? null, url: url ?? text(page, 'url'),
        evidence: labelled({
          Method: text(page, 'method'), Parameter: text(page, 'param'), Verification: text(page, 'verification'),
          Request: messageOf(at(page, 'raw_data', 0, 'request')), Response: messageOf(at(page, 'raw_data', 0, 'response')),
        }),
        record: pointer([...path, i, 'pages', j]),
      }
    })
  })

const beginsData = /^\s*window\.data\s*=\s*/
/** What newer versions write into the page for its script to show: `window.data = {"categories": […]};`. Null where it is not there, or breaks off. */
export const dataOf = (page: HtmlNode): Json => {
  for (const script of elements(page, (node) => node.name === 'script')) {
    const code = script.children.filter((child) => typeof child === 'string').join('')
    const begin = beginsData.exec(code)
    if (begin === null) continue
    const data = code.slice(begin[0].length, code.lastIndexOf('}') + 1)
    try {
      return JSON.parse(data) as Json
    } catch {
      return null
    }
  }
  return null
}

export const draftsOfData = (data: Json): Draft[] => {
  const summary = list(data, 'categories').map((category) => at(category, 'data')).find((one) => text(one, 'target') !== null) ?? null
  const { host } = addressOf(text(summary, 'target'))
  const name = text(summary, 'hostname')
  const named = host == null ? hostNamed(name) : { ...host, ...(name === null ? {} : { name }) }
  const common: Common = { host: named, firstSeen: text(summary, 'timeStart'), lastSeen: text(summary, 'timeEnd') }
  // The overview may tell the same flaws as the details.
  const items = under(data, 'vul_items')
  const detailed = items.find(({ path }) => text(at(data, ...path.slice(0, -2)), 'mark') === 'vul-detail') ?? items[0]
  const sites = under(data, 'web_scan_vuls_list')[0]
  return [
    ...(detailed === undefined ? [] : ofHost(list(detailed.value), detailed.path, common)),
    ...(sites === undefined ? [] : ofSite(list(sites.value), sites.path, common)),
  ]
}

/** Rows of a name and a value. */
const labelsOf = (node: HtmlNode): Map<string, string> =>
  new Map(elements(node, ({ name }) => name === 'tr').flatMap((row) => {
    const [label, value, ...more] = cellsOf(row)
    return label?.name === 'th' && value?.name === 'td' && more.length === 0 ? [[textOf(label), textOf(value)] as const] : []
  }))

const levelOf = (node: HtmlNode): string | null => /\blevel_danger_(\w{1,16})/.exec(node.at.class ?? '')?.[1] ?? null
const namesIn = (node: HtmlNode): HtmlNode[] => elements(node, (one) => one.name === 'span' && levelOf(one) !== null)
const withId = (page: HtmlNode, id: string): HtmlNode | undefined => elements(page, (node) => node.at.id === id)[0]

/** Older versions write tables: `vuln_list` names the flaws of each port, `vul_detail` describes each flaw in the row below its name. */
export const draftsOfTables = (page: HtmlNode): Draft[] => {
  const [overview, detail] = [withId(page, 'vuln_list'), withId(page, 'vul_detail')]
  const labels = labelsOf(page)
  const host = hostNamed(labels.get('IP地址') ?? labels.get('主机IP') ?? null)
  const common = { host: host === null ? null : { ...host, os: labels.get('操作系统') ?? null }, firstSeen: labels.get('扫描起始时间'), lastSeen: labels.get('扫描结束时间') }
  const details = new Map<string, { readonly level: string | null; readonly of: Map<string, string>; readonly line: number }>()
  const rows = detail === undefined ? [] : elements(detail, ({ name }) => name === 'table', () => false).flatMap(rowsOf)
  rows.forEach((row, i) => {
    const [named, next] = [namesIn(row)[0], rows[i + 1]]
    if (named !== undefined && next !== undefined) details.set(textOf(named), { level: levelOf(named), of: labelsOf(next), line: named.line })
  })
  const draftOf = (title: string, level: string | null, line: number): Draft => {
    const of = details.get(title)?.of ?? new Map<string, string>()
    const points = of.get('威胁分值') ?? null
    return {
      title, description: of.get('详细描述'), solution: of.get('解决办法'), severity: level ?? points, ...(level === null ? { derived: severityOfPoints(points) } : {}),
      identifiers: joined(identifiersIn(title, of.get('CVE编号'), of.get('CNNVD编号'), of.get('CNVD编号')), { other: cncveIn(of.get('CNCVE编号') ?? null) }),
      cvss: [{ score: of.get('CVSS评分') }], ...common, record: `line ${line}`,
    }
  }
  const seen = new Set<string>()
  const found = (overview === undefined ? [] : rowsOf(overview)).flatMap((row) => {
    const [port, protocol, service] = cellsOf(row).map(textOf)
    return namesIn(row).map((named) => {
      const title = textOf(named)
      seen.add(title)
      const at = { port: /^\d+$/.test(port ?? '') ? Number(port) : null, protocol: said(protocol), name: said(service) }
      return { ...draftOf(title, levelOf(named), named.line), service: at }
    })
  })
  return [...found, ...[...details].filter(([title]) => !seen.has(title)).map(([title, { level, line }]) => draftOf(title, level, line))]
}
