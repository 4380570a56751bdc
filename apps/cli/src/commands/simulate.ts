import { createReadStream } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isRefused, readArguments, readScenarios, simulate as inThisThread, type Problem, type Simulated, type Wanted } from '@heng/engine-loss'
import { createPool } from '@heng/simulation'
import type { Io } from '../io.ts'

/** Scenario-years from which starting workers pays. */
const worthWorkers = 4_000_000
const mostBytes = 50_000_000

const refuse = ({ err }: Io, problems: readonly Problem[]): number => {
  for (const { message } of problems) err(`${message.en}\n${message['zh-CN']}\n`)
  return 2
}

const problem = (en: string, zh: string): Problem => ({ field: 'file', message: { en, 'zh-CN': zh } })

const textOf = async ({ stdin }: Io, file: string): Promise<string | Problem> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of file === '-' ? stdin : createReadStream(file)) {
      const bytes = Buffer.from(chunk as Buffer)
      size += bytes.length
      if (size > mostBytes) return problem(`More than ${mostBytes / 1e6} MB of scenarios.`, `场景文件超过 ${mostBytes / 1e6} MB。`)
      chunks.push(bytes)
    }
  } catch (error) {
    const { code = 'error' } = error as { code?: string }
    return problem(`${file} cannot be read (${code}).`, `无法读取 ${file}（${code}）。`)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const simulated = async (wanted: Wanted): Promise<Simulated> => {
  if (wanted.scenarios.length * wanted.years < worthWorkers) return inThisThread(wanted)
  const pool = createPool(availableParallelism())
  try {
    return await pool.simulate(wanted)
  } finally {
    await pool.close()
  }
}

/** `heng simulate`: annual losses of scenarios in money; a computation of its own, without server or data. */
export const simulate = async (io: Io, args: readonly string[]): Promise<number> => {
  const asked = readArguments(args)
  if ('message' in asked) return refuse(io, [asked])
  const text = await textOf(io, asked.file)
  if (typeof text !== 'string') return refuse(io, [text])
  const read = readScenarios(text)
  if (isRefused(read)) return refuse(io, read)
  const { years, seed } = asked
  const began = performance.now()
  const found = await simulated({ ...read, years, seed })
  const seconds = (performance.now() - began) / 1_000
  io.out(`${JSON.stringify(found)}\n`)
  const all = years * read.scenarios.length
  io.err(`${all} event-years in ${seconds.toFixed(2)} s: ${(all / seconds / 1e6).toFixed(1)} M event-years/s\n`)
  return 0
}
