import { readFindings } from '@heng/engine-scanners'
import { createReadStream, readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { nothing, tell, type Told } from './write.ts'

/** What a process of its own did with a report. */
export interface Ran {
  readonly ms: number
  /** Processor time of the process meanwhile, of all its threads. */
  readonly cpuMs: number
  /** Highest resident memory since the process began. */
  readonly peakMb: number
  readonly told: Told
}

/** `maxRSS` is inherited from the parent process by `exec`; Linux tells that of the process alone elsewhere. */
const peakMb = (): number => {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1_024
  } catch {
    return process.resourceUsage().maxRSS / 1_024
  }
}

/** Each reads the same file: bytes alone, findings, and what others make of it. */
const works: Readonly<Record<string, (path: string) => Promise<Told>>> = {
  bytes: async (path) => {
    let length = 0
    for await (const chunk of createReadStream(path)) length += (chunk as Buffer).length
    return { ...nothing(), sum: length }
  },
  findings: async (path) => {
    const told = nothing()
    for await (const { identifiers } of await readFindings(() => createReadStream(path))) tell(told, identifiers.cve)
    return told
  },
  parse: async (path) => {
    const text = readFileSync(path, 'utf8')
    const values: unknown[] = path.endsWith('.jsonl') ? text.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown) : [JSON.parse(text)]
    return { ...nothing(), sum: values.length }
  },
  saxes: async (path) => {
    const told = nothing()
    const parser = new SaxesParser()
    parser.on('opentag', ({ name }) => void (told.findings += name === 'ReportItem' ? 1 : 0))
    parser.on('text', () => {})
    for await (const text of createReadStream(path, 'utf8')) parser.write(text as string)
    parser.close()
    return told
  },
}

if (process.send !== undefined) {
  const [work, path] = process.argv.slice(2) as [string, string]
  const before = process.cpuUsage()
  const began = performance.now()
  const told = await works[work]!(path)
  const ms = performance.now() - began
  const { user, system } = process.cpuUsage(before)
  process.send({ ms, cpuMs: (user + system) / 1_000, peakMb: peakMb(), told } satisfies Ran)
}
