import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FeedError, readEpss, readKev, type EpssHead, type EpssScore } from './index.ts'

const epss = async (lines: readonly string[]): Promise<{ head: EpssHead; scores: EpssScore[] }> => {
  const head: { value: EpssHead } = { value: { model: null, day: null } }
  const scores: EpssScore[] = []
  for await (const one of readEpss(lines, head)) scores.push(one)
  return { head: head.value, scores }
}

describe('EPSS scores', () => {
  it('are read with their day and model', async () => {
    expect(await epss(['#model_version:v2031.01.01,score_date:2031-02-03T00:00:00+0000', 'cve,epss,percentile', 'CVE-2031-10001,0.00042,0.1', 'CVE-2031-10002,1,0.99999', ''])).toEqual({
      head: { model: 'v2031.01.01', day: '2031-02-03' },
      scores: [{ cve: 'CVE-2031-10001', epss: 0.00042, percentile: 0.1 }, { cve: 'CVE-2031-10002', epss: 1, percentile: 0.99999 }],
    })
  })
  it.each([
    [['cve,score'], /line 1: expected/],
    [[], /expected/],
    [['cve,epss,percentile', 'CVE-1,0.1,0.1'], /line 2: "CVE-1" is no CVE number/],
    [['cve,epss,percentile', 'CVE-2031-10001,1.2,0.1'], /line 2: .*between 0 and 1/],
    [['cve,epss,percentile', 'CVE-2031-10001,0.2'], /line 2: .*between 0 and 1/],
  ])('name the line that is none: %j', async (lines, message) => {
    await expect(epss(lines)).rejects.toThrow(FeedError)
    await expect(epss(lines)).rejects.toThrow(message)
  })
})

const entry = { cveID: 'CVE-2031-10001', vendorProject: 'Example', product: 'Server', vulnerabilityName: 'Example flaw', dateAdded: '2031-02-03', dueDate: '2031-02-24', knownRansomwareCampaignUse: 'Known' }

describe('the KEV catalog', () => {
  it('is read entry by entry', () => {
    expect(readKev({ catalogVersion: '2031.02.03', dateReleased: '2031-02-03T10:00:00Z', vulnerabilities: [entry] })).toEqual({
      version: '2031.02.03', released: '2031-02-03T10:00:00Z',
      entries: [{ cve: 'CVE-2031-10001', name: 'Example flaw', vendor: 'Example', product: 'Server', added: '2031-02-03', due: '2031-02-24', ransomware: true }],
    })
  })
  it.each([
    [null, /vulnerabilities: expected a list/],
    [{ vulnerabilities: {} }, /vulnerabilities: expected a list/],
    [{ vulnerabilities: [entry, { ...entry, cveID: 7 }] }, /vulnerabilities\[1\]\.cveID/],
    [{ vulnerabilities: [{ ...entry, dateAdded: 'today' }] }, /vulnerabilities\[0\]\.dateAdded/],
  ])('names what is wrong: %j', (document, message) => {
    expect(() => readKev(document)).toThrow(message)
  })
  const corpus = '/work/shared/corpus/risk/kev/known_exploited_vulnerabilities.json'
  it.skipIf(!existsSync(corpus))(`of 2025 in ${corpus} is read whole (skipped when it is missing)`, () => {
    const told = readKev(JSON.parse(readFileSync(corpus, 'utf8')) as unknown)
    expect([told.version, told.entries.length, new Set(told.entries.map((e) => e.cve)).size]).toEqual(['2025.08.25', 1_404, 1_404])
  })
})
