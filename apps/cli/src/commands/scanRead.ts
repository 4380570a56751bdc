import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { readFindings, ScanError, type Finding, type Mapping } from '@heng/engine-scanners'
import type { Io } from '../io.ts'

const usage = 'heng scan read <file> [--tool <name>] [--map <field>=<column>]… [--json]\n用法：heng scan read <文件> [--tool <工具>] [--map <字段>=<列名>]… [--json]\n'

interface Asked {
  readonly file: string
  readonly tool: string | undefined
  readonly mapping: Mapping | undefined
}

/** `title=Name` among those before; several columns may stand for one field. Null where it says nothing of the kind. */
const mapped = (before: Mapping | undefined, said: string): Mapping | null => {
  const at = said.indexOf('=')
  const [field, column] = [said.slice(0, at).trim(), said.slice(at + 1).trim()]
  if (at < 1 || field === '' || column === '') return null
  return { ...before, [field]: [...[(before as Readonly<Record<string, string | readonly string[]>> | undefined)?.[field] ?? []].flat(), column] }
}

const asked = (args: readonly string[]): Asked | null => {
  let [file, tool]: (string | undefined)[] = []
  let mapping: Mapping | undefined
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!
    // Findings are always told as JSON; whoever says so is not refused.
    if (arg === '--json') continue
    if (arg === '--tool' && args[i + 1] !== undefined) tool = args[++i]
    else if (arg.startsWith('--tool=')) tool = arg.slice(7)
    else if (arg === '--map' || arg.startsWith('--map=')) {
      const more = mapped(mapping, arg === '--map' ? args[++i] ?? '' : arg.slice(6))
      if (more === null) return null
      mapping = more
    }
    else if (!arg.startsWith('--') && file === undefined) file = arg
    else return null
  }
  return file === undefined ? null : { file, tool, mapping }
}

/** One host, however many findings it has: by what is surest of it. */
const hostKey = ({ host, url }: Finding): string | null =>
  host === null ? (url === null ? null : (URL.canParse(url) ? new URL(url).host : null)) : (host.cloudId ?? host.uuid ?? host.ips[0] ?? host.fqdns[0] ?? host.macs[0] ?? host.name)

/**
 * `heng scan read FILE`: findings of any scanner's report, one a line as JSON (NDJSON), and a summary on standard error. Ends with 0 where the report was read whole, 1 where it
 * breaks off or is partly unreadable, 2 where the format is not known or a mapping (`--map title=Name`, for lists whose names are not understood) does not fit it.
 */
export const scanRead = async ({ out, err }: Io, args: readonly string[]): Promise<number> => {
  const want = asked(args)
  if (want === null) {
    err(usage)
    return 2
  }
  const { file, tool, mapping } = want
  try {
    if (!(await stat(file)).isFile()) throw new Error('EISDIR')
  } catch {
    err(`${file} cannot be read.\n无法读取 ${file}。\n`)
    return 2
  }
  const [hosts, cves] = [new Set<string>(), new Set<string>()]
  let [findings, is] = [0, tool ?? '-']
  const summary = (): void => err(`tool=${is} findings=${findings} hosts=${hosts.size} cves=${cves.size}\n`)
  try {
    const how = { ...(tool === undefined ? {} : { tool }), ...(mapping === undefined ? {} : { mapping }) }
    const report = await readFindings(() => createReadStream(file, { highWaterMark: 256 * 1024 }), how)
    is = report.tool
    for await (const finding of report) {
      findings++
      const host = hostKey(finding)
      if (host !== null) hosts.add(host)
      for (const cve of finding.identifiers.cve) cves.add(cve)
      out(`${JSON.stringify(finding)}\n`)
    }
    summary()
    return 0
  } catch (error) {
    if (!(error instanceof ScanError)) throw error
    const { code, message } = error.problem
    err(`${message.en}\n${message['zh-CN']}\n`)
    if (findings === 0 && (code === 'unknown-format' || code === 'bare' || code.startsWith('mapping-'))) return 2
    summary()
    return 1
  }
}
