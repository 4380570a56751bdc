import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { findProgram, lynisCommand, nmapCommands, oscapCommand, parsePorts, permitted, ProbeError, realContent, resolveName, runProbe, type Command, type NmapRequest, type ProgramName, type Text } from '@heng/probes'
import type { Io } from '../io.ts'
import { newTally, tellFindings, tellSummary } from './findings.ts'

const usage = `heng scan run nmap --targets <targets> --within <ranges> [--depth discovery|ports|services|vulnerabilities] [--ports <ports>] [--no-ping] [--json]
heng scan run lynis | heng scan run openscap --content <file> --profile <id>
用法：heng scan run nmap --targets <目标> --within <范围> [--depth discovery|ports|services|vulnerabilities] [--ports <端口>] [--no-ping] [--json]
      heng scan run lynis | heng scan run openscap --content <文件> --profile <标识>
`
const noRanges: Text = { en: 'Which ranges are yours? Nothing is looked at outside of those named by --within.', 'zh-CN': '请用 --within 指明属于您的范围；范围以外的对象一律不予检测。' }

/** Twelve hours, and what the server takes by default. */
const limits = { seconds: 43_200, outputBytes: 200_000_000 }
const programs: Readonly<Record<string, ProgramName>> = { nmap: 'nmap', lynis: 'lynis', openscap: 'oscap' }
const list = { type: 'string', multiple: true } as const
const options = {
  targets: list, within: list, depth: { type: 'string' }, ports: { type: 'string' }, 'no-ping': { type: 'boolean' }, content: { type: 'string' }, profile: { type: 'string' },
  // Findings are always told as JSON; whoever says so is not refused.
  json: { type: 'boolean' },
} as const
const own: Readonly<Record<ProgramName, readonly string[]>> = { nmap: ['targets', 'within', 'depth', 'ports', 'no-ping'], lynis: [], oscap: ['content', 'profile'] }

const parse = (args: readonly string[]) => {
  try {
    const { values, positionals: [named, ...more] } = parseArgs({ args: [...args], options, allowPositionals: true })
    const name = Object.hasOwn(programs, named ?? '') ? programs[named!]! : null
    const isForeign = name === null || Object.keys(values).some((key) => key !== 'json' && !own[name].includes(key))
    return isForeign || more.length > 0 ? null : { name, named: named!, values }
  } catch {
    return null
  }
}
type Asked = NonNullable<ReturnType<typeof parse>>

const parts = (texts: readonly string[] | undefined): string[] => (texts ?? []).flatMap((text) => text.split(/[,，\s]+/)).filter((part) => part !== '')

/** The commands to run, or why not. Throws ProbeError `invalid`. */
const prepare = async ({ name, values }: Asked): Promise<readonly Command[] | readonly Text[]> => {
  if (name === 'lynis') return [lynisCommand({})]
  if (name === 'oscap') {
    // Whoever types a path says which folder is meant.
    const { content } = await realContent(resolve(values.content ?? ''), [])
    return [oscapCommand({ content, profile: values.profile ?? '' }, [dirname(content)])]
  }
  const within = parts(values.within)
  if (within.length === 0) return [noRanges]
  const answer = await permitted(parts(values.targets), within, { resolve: resolveName })
  if (!answer.ok) return answer.refusals.map(({ text }) => text)
  const request = { profile: values.depth ?? 'services', skipDiscovery: values['no-ping'] === true, ...(values.ports === undefined ? {} : { ports: parsePorts(values.ports) }) }
  return nmapCommands(request as NmapRequest, answer.allowed)
}

const isRefused = (found: readonly Command[] | readonly Text[]): found is readonly Text[] => found[0] !== undefined && 'en' in found[0]

/** Whoever presses Ctrl-C ends the program, too, and nothing of it stays. */
const interrupted = (): { readonly signal: AbortSignal; readonly release: () => void } => {
  const stop = new AbortController()
  const abort = (): void => stop.abort()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, abort)
  return { signal: stop.signal, release: () => (['SIGINT', 'SIGTERM'] as const).forEach((name) => process.removeListener(name, abort)) }
}

/**
 * `heng scan run PROGRAM`: runs a scanner of this machine, without a server, and tells its findings as `heng scan read` does. nmap looks only within the ranges of `--within`; the others
 * look at this machine. Paths as on a server: HENG_NMAP, HENG_LYNIS, HENG_OSCAP. Ends with 0 where all was run and read, 1 where the program or its report broke off, 2 where nothing was run.
 */
export const scanRun = async (io: Io, args: readonly string[]): Promise<number> => {
  const tell = (texts: readonly Text[]): void => texts.forEach((text) => io.err(`${text.en}\n${text['zh-CN']}\n`))
  const asked = parse(args)
  if (asked === null) {
    io.err(usage)
    return 2
  }
  let begun = false
  const folder = await mkdtemp(join(tmpdir(), 'heng-scan-'))
  const { signal, release } = interrupted()
  const tally = newTally(asked.named)
  try {
    const commands = await prepare(asked)
    if (isRefused(commands)) {
      tell(commands)
      return 2
    }
    const { path: program } = await findProgram(asked.name, io.env[`HENG_${asked.name.toUpperCase()}`] || undefined)
    begun = true
    let code = 0
    for (const [i, command] of commands.entries()) {
      const file = join(folder, `${i}`)
      await pipeline(runProbe({ ...command, program, limits, signal }).report, createWriteStream(file, { mode: 0o600 }))
      if ((await tellFindings(io, () => createReadStream(file, { highWaterMark: 256 * 1024 }), { tool: asked.named }, tally)) !== null) code = 1
    }
    tellSummary(io, tally)
    return code
  } catch (error) {
    if (!(error instanceof ProbeError)) throw error
    tell([error.text])
    return begun ? 1 : 2
  } finally {
    release()
    await rm(folder, { recursive: true, force: true })
  }
}
