import { fork } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, copyFile } from 'node:fs/promises'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { accountsOf } from '../plant/size.ts'
import { nessus } from '../scans/nessus.ts'
import { writeReport } from '../scans/write.ts'
import type { Watched } from '../work/watch.ts'

const bytes = 40_000_000
/** Findings per second, from upload to done, and MB resident of the server that takes them in. */
const limits = { rate: 5_000, peak: 500 }

interface Told {
  readonly took: Watched
  readonly scan: { readonly findings: number; readonly opened: number; readonly seenAgain: number; readonly closed: number }
}

const line = (name: string, { took, scan }: Told): void => {
  const rate = (scan.findings / took.ms) * 1_000
  const cells = [rate.toFixed(0), (limits.rate / rate).toFixed(2), (took.ms / 1_000).toFixed(1), (took.cpuMs / 1_000).toFixed(1), (took.databaseMs / 1_000).toFixed(1), took.peakMb.toFixed(0), took.heldMs.toFixed(0)]
  console.log(`${cells.map((cell) => cell.padEnd(10)).join('')}${name}: ${scan.findings} findings, new ${scan.opened}, seen again ${scan.seenAgain}, gone ${scan.closed}`)
}

/** Reports of a scanner from upload to the last row, by a server process of its own: the first of many hosts, and the next one of the same. */
export const measureTakeIn = async (dataDir: string, url: string, slug: string): Promise<void> => {
  const { manager } = accountsOf(slug)
  const [first, next] = [join(dataDir, 'first.nessus'), join(dataDir, 'next.nessus')]
  const told = await writeReport(first, bytes, nessus)
  // Another file to the server, which refuses the very same.
  await copyFile(first, next)
  await appendFile(next, '\n')
  const child = fork(join(import.meta.dirname, 'takeInRun.ts'), [dataDir, url, slug, manager.email, manager.password, first, next], { stdio: 'inherit' })
  const ended = once(child, 'exit')
  const taken: Told[] = []
  child.on('message', (one) => taken.push(one as Told))
  const [code] = (await ended) as [number]
  for (const path of [first, next]) rmSync(path)
  if (code !== 0 || taken.length < 2) throw new Error(`taking reports in ended with ${code}`)
  for (const { scan } of taken) if (scan.findings !== told.findings) throw new Error(`written were ${told.findings} findings, taken in ${scan.findings}`)
  console.log('\nper s     of limit  s         cpu s     database  peak MB   held ms   findings into PostgreSQL')
  line('the first report of a scanner', taken[0]!)
  line('the next one of the same hosts', taken[1]!)
}
