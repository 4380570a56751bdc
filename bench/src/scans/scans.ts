import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cyclonedx } from './cyclonedx.ts'
import { iterparseMs } from './iterparse.ts'
import { nessus } from './nessus.ts'
import { nuclei } from './nuclei.ts'
import { gzipped, zipped } from './packed.ts'
import type { Ran } from './run.ts'
import { sarif } from './sarif.ts'
import { trivy } from './trivy.ts'
import { writeReport, type Make, type Told } from './write.ts'

const bytes = 200_000_000
/** MB/s, and MB resident. */
const limits = { xml: 100, json: 50, peak: 150 }
const times = 3
/** As `npm start` has it: compiling takes memory too. */
const cache = join(import.meta.dirname, '../../../node_modules/.cache/heng-compiled')

const middle = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!

/** Runs some work on a file in processes of their own, and takes the median. */
const run = async (work: string, path: string, often: number): Promise<Ran> => {
  const runs: Ran[] = []
  for (let i = 0; i < often; i++) {
    const child = fork(join(import.meta.dirname, 'run.ts'), [work, path], { stdio: 'inherit', env: { ...process.env, NODE_COMPILE_CACHE: cache } })
    const ended = once(child, 'exit')
    const [ran] = (await Promise.race([once(child, 'message'), ended.then(([code]) => { throw new Error(`${work} of ${path} ended with ${code}`) })])) as [Ran]
    await ended
    runs.push(ran)
  }
  return { ms: middle(runs.map((r) => r.ms)), cpuMs: middle(runs.map((r) => r.cpuMs)), peakMb: middle(runs.map((r) => r.peakMb)), told: runs[0]!.told }
}

const line = (name: string, size: number, { ms, cpuMs, peakMb }: Pick<Ran, 'ms'> & Partial<Ran>, limit?: number, peerMs?: number): void => {
  const rate = size / ms / 1_000
  const cells = [
    rate.toFixed(0), limit === undefined ? '–' : (limit / rate).toFixed(2), peerMs === undefined ? '–' : (ms / peerMs).toFixed(2),
      cpuMs === undefined ? '–' : (cpuMs / 1_000).toFixed(2),
    peakMb?.toFixed(0) ?? '–', limit === undefined || peakMb === undefined ? '–' : (peakMb / limits.peak).toFixed(2),
  ]
  console.log(cells.map((cell) => cell.padEnd(10)).join('') + name)
}

const read = async (path: string, told: Told, often = times): Promise<Ran> => {
  const ran = await run('findings', path, often)
  if (JSON.stringify(ran.told) !== JSON.stringify(told)) throw new Error(`${path}: written were ${JSON.stringify(told)}, read ${JSON.stringify(ran.told)}`)
  return ran
}

const measureXml = async (folder: string): Promise<void> => {
  const path = join(folder, 'report.nessus')
  const told = await writeReport(path, bytes, nessus)
  const size = statSync(path).size
  const floor = await run('bytes', path, times)
  line('Nessus: bytes of the file alone (the floor)', size, floor)
  const saxes = await run('saxes', path, 1)
  if (saxes.told.findings !== told.findings) throw new Error(`saxes found ${saxes.told.findings} items of ${told.findings}`)
  const ran = await read(path, told)
  line(`Nessus: ${told.findings} findings with ${told.cves} CVEs, beside the events of saxes alone`, size, ran, limits.xml, saxes.ms)
  line('the events of saxes alone, no findings', size, saxes)
  const python = iterparseMs(path, told.findings, told.cves)
  if (python === undefined) console.log('no Python: ElementTree skipped')
  else line('elements alone by ElementTree, iterparse', size, { ms: python })
  line('Nessus in gzip, size unpacked', size, await read(await gzipped(path), told, 1))
  line('Nessus in zip, size unpacked', size, await read(await zipped(path, 'report.nessus'), told, 1))
}

/** Reports of 200 MB by scanners into findings, each by a process of its own; what was written is what is read. */
export const measureScans = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'heng-bench-scans-'))
  const json: readonly (readonly [name: string, file: string, make: Make])[] = [['SARIF', 'report.sarif', sarif], ['Trivy', 'trivy.json', trivy], ['CycloneDX', 'bom.json',
    cyclonedx], ['Nuclei, lines', 'nuclei.jsonl', nuclei]]
  console.log('\nMB/s      of limit  × peer    cpu s     peak MB   of limit  reports of scanners')
  try {
    await measureXml(folder)
    for (const [name, file, make] of json) {
      const path = join(folder, file)
      const told = await writeReport(path, bytes, make)
      const size = statSync(path).size
      const parsed = await run('parse', path, 1)
      line(`${name}: ${told.findings} findings with ${told.cves} CVEs, beside JSON.parse of the same text`, size, await read(path, told), limits.json, parsed.ms)
      line('JSON.parse of the whole, no findings', size, parsed)
      rmSync(path)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
