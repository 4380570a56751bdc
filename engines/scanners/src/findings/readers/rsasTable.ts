import { identifiersIn, joined } from '../identifiers.ts'
import { hasColumns } from '../network.ts'
import type { TableReader, TableRow } from '../reader.ts'
import { cncveIn, severityOfPoints } from '../rsas.ts'
import { hostNamed } from '../web.ts'

interface Place {
  readonly address: string | null
  readonly port: string | null
  readonly protocol: string | null
  readonly service: string | null
}
/** Host, port, protocol and service stand in the first row of several flaws, as in merged cells. */
const last = new WeakMap<object, Place>()
const placeOf = (row: TableRow, table: object): Place => {
  const before = last.get(table)
  const own = { address: row.cell('IP地址', '主机IP', 'IP', '主机', '域名'), port: row.cell('端口'), protocol: row.cell('协议'), service: row.cell('服务') }
  const isSameHost = before !== undefined && (own.address === null || own.address === before.address)
  const isBelow = isSameHost && own.port === null && own.protocol === null && own.service === null
  const place = isBelow ? before : { ...own, address: own.address ?? before?.address ?? null }
  last.set(table, place)
  return place
}

/** Columns that tables of others do not have. */
const telling = [['漏洞风险值'], ['CNCVE编号'], ['威胁分值'], ['返回信息', '解决办法'], ['NSFOCUS']]

/** 绿盟 RSAS, sheet `漏洞信息` of a host's workbook, or its CSV: one finding for each row. The host stands in a column or in the name of the file. */
export const reader: TableReader = {
  id: 'rsasTable',
  name: '绿盟 RSAS',
  kind: 'table',
  detect: (head) => hasColumns(head, '漏洞名称', '端口', '协议', '服务') && telling.some((columns) => hasColumns(head, ...columns)),
  read: (row, { table }) => {
    const { address, port, protocol, service } = placeOf(row, table)
    const title = row.cell('漏洞名称')
    if (title === null) return []
    const points = row.cell('漏洞风险值', '威胁分值', '风险值')
    const host = hostNamed(address)
    const name = row.cell('主机名', '主机名称')
    return [{
      rule: row.cell('漏洞编号', '插件ID', 'NSFOCUS'), title, description: row.cell('详细描述', '漏洞描述'), solution: row.cell('解决办法', '解决方案'),
      identifiers: joined(identifiersIn(title, ...['CVE编号', 'CNNVD编号', 'CNVD编号'].map((column) => row.cell(column))), { other: cncveIn(row.cell('CNCVE编号')) }),
      cvss: [{ vector: row.cell('CVSS向量'), score: row.cell('CVSS评分', 'CVSS分值') }],
      severity: row.cell('风险等级', '漏洞等级') ?? points, ...(row.cell('风险等级', '漏洞等级') === null ? { derived: severityOfPoints(points) } : {}),
      host: host === null && name === null ? null : { ...host, name },
      service: { port: port === null || !/^\d+$/.test(port) ? null : Number(port), protocol, name: service },
      evidence: row.cell('返回信息'), lastSeen: row.cell('扫描时间', '检测时间'), record: `line ${row.line}`,
    }]
  },
}
