import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../input/limits.ts'
import { ScanError } from '../input/problem.ts'
import type { Finding } from './finding.ts'
import { unreadOf } from './unread.ts'
import { readFindings } from './read.ts'
import { findingReaders, readersFor } from './readers.ts'

const samples = new URL('samples/', import.meta.url).pathname
const corpus = '/work/shared/corpus/scans'
const readers = await findingReaders()
/** A reader has one sample or several: `<id>.xml`, `<id>.old.xml`. */
const samplesOf = (id: string): string[] => readdirSync(samples).filter((file) => file.startsWith(`${id}.`) && !/\.(?:expected|corpus)\.json$/.test(file))
const all = readers.flatMap(({ id }) => samplesOf(id).map((file) => ({ id, file })))

const read = async (source: () => AsyncIterable<Uint8Array>, tool?: string): Promise<{ tool: string; findings: Finding[]; error: ScanError | null }> => {
  const findings: Finding[] = []
  let is = ''
  try {
    const report = await readFindings(source, tool === undefined ? {} : { tool })
    is = report.tool
    for await (const finding of report) findings.push(finding)
    return { tool: is, findings, error: null }
  } catch (error) {
    if (error instanceof ScanError) return { tool: is, findings, error }
    throw error
  }
}
const bytesOf = (bytes: Uint8Array, chunk = bytes.length) => async function* () {
  for (let from = 0; from < bytes.length; from += chunk) yield bytes.subarray(from, from + chunk)
}

describe('every reader', () => {
  it.each(readers.map((r) => [r.id, r] as const))('%s has a file of its name and a sample', (id) => {
    expect(samplesOf(id).length).toBeGreaterThan(0)
  })

  it.each(all)('reads $file, which no other reader takes for its own', async ({ id, file }) => {
    const told = await read(() => createReadStream(join(samples, file)))
    expect([told.tool, told.error]).toEqual([id, null])
    await expect(`${JSON.stringify(told.findings, null, 1)}\n`).toMatchFileSnapshot(join(samples, `${file}.expected.json`))
    const bytes = readFileSync(join(samples, file))
    const heads = (await unreadOf(bytesOf(bytes), null, DEFAULT_LIMITS)).flatMap(({ head }) => head ?? [])
    const claims = await Promise.all(heads.map(async (head) => (await readersFor(head)).map((r) => r.id)))
    // Of a workbook there may be sheets that tell no findings.
    expect(claims.filter((ids) => ids.length > 0 || heads.length === 1)).toEqual([[id]])
    // However the bytes come, the findings are the same.
    expect((await read(bytesOf(bytes, 7), id)).findings).toEqual(told.findings)
  })

  it.each(all)('breaks off in $file with an error that says how many findings were read, and with nothing else', async ({ id, file }) => {
    const bytes = readFileSync(join(samples, file))
    const whole = (await read(bytesOf(bytes), id)).findings
    for (let n = 1; n <= 12; n++) {
      const cut = await read(bytesOf(bytes.subarray(0, Math.floor((bytes.length * n) / 13))), id)
      if (cut.error !== null && cut.error.problem.findingsRead !== undefined) expect(cut.error.problem.findingsRead).toBe(cut.findings.length)
      expect(cut.findings.length).toBeLessThanOrEqual(whole.length)
    }
    // A few bytes otherwise: findings or an error, never anything else.
    for (let n = 1; n <= 12; n++) {
      const other = Buffer.from(bytes)
      for (let i = 0; i < 3; i++) other[(n * 7919 + i * 104_729) % other.length] = (n * 31 + i * 57) % 256
      await read(bytesOf(other), id)
    }
  })
})

interface Difference {
  readonly read: number
  readonly why: string
}

describe.skipIf(!existsSync(corpus))(`real reports in ${corpus} (skipped when that folder is missing)`, () => {
  const rows = existsSync(corpus) ? readFileSync(join(corpus, 'expected.tsv'), 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t')) : []
  const differences = new Map<string, Difference>(readdirSync(samples).filter((file) => file.endsWith('.corpus.json')).flatMap((file) => Object.entries(JSON.parse(readFileSync(join(samples, file), 'utf8')) as Record<string, Difference>)))

  it('are read with the count that is expected, or with one that a better reading explains', async () => {
    const wrong: string[] = []
    for (const [file, expected] of rows) {
      const { tool, findings, error } = await read(() => createReadStream(join(corpus, file!)))
      if (error?.problem.code === 'unknown-format') continue
      const wanted = differences.get(file!)?.read ?? Number(expected)
      if (findings.length !== wanted) wrong.push(`${file}: ${tool} read ${findings.length}, expected ${wanted}${error === null ? '' : ` (${error.message})`}`)
    }
    expect(wrong).toEqual([])
  })

  it('lose none of the CVEs that are written in them', async () => {
    const lost: string[] = []
    for (const [file] of rows) {
      const text = readFileSync(join(corpus, file!), 'utf8')
      const told = await read(() => createReadStream(join(corpus, file!)))
      if (told.error !== null) continue
      const found = new Set(JSON.stringify(told.findings).toUpperCase().match(/CVE-\d{4}-\d{4,}/g))
      const missing = [...new Set(text.toUpperCase().match(/CVE-\d{4}-\d{4,}/g))].filter((cve) => !found.has(cve))
      if (missing.length > 0 && differences.get(file!)?.why === undefined) lost.push(`${file} (${told.tool}): ${missing.slice(0, 5).join(', ')}`)
    }
    expect(lost).toEqual([])
  })
})
