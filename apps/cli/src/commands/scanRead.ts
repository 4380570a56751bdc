import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Mapping } from '@heng/engine-scanners'
import type { Io } from '../io.ts'
import { newTally, tellFindings, tellSummary } from './findings.ts'

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

/**
 * `heng scan read FILE`: findings of any scanner's report, one a line as JSON (NDJSON), and a summary on standard error. Ends with 0 where the report was read whole, 1 where it
 * breaks off or is partly unreadable, 2 where the format is not known or a mapping (`--map title=Name`, for lists whose names are not understood) does not fit it.
 */
export const scanRead = async (io: Io, args: readonly string[]): Promise<number> => {
  const { err } = io
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
  const tally = newTally(tool ?? '-')
  const how = { ...(tool === undefined ? {} : { tool }), ...(mapping === undefined ? {} : { mapping }) }
  const problem = await tellFindings(io, () => createReadStream(file, { highWaterMark: 256 * 1024 }), how, tally)
  if (tally.findings === 0 && problem !== null && (problem === 'unknown-format' || problem === 'bare' || problem.startsWith('mapping-'))) return 2
  tellSummary(io, tally)
  return problem === null ? 0 : 1
}
