import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { metricsOf, parseVector, score, severityOf, versions } from './index.ts'
import { naiveBase31 } from './naive.fixture.ts'
import { anyVector } from './vector.fixture.ts'

const corpus = '/work/shared/corpus/cvss'
const rowsOf = (file: string): string[][] => readFileSync(`${corpus}/${file}`, 'utf8').trimEnd().split('\n').slice(1).map((line) => line.split('\t'))

describe.skipIf(!existsSync(corpus))(`published vectors in ${corpus} (skipped when that folder is missing)`, () => {
  it('all score as published: base, temporal and environmental', () => {
    const wrong = rowsOf('vectors.tsv').flatMap(([version, vector, published, temporal, environmental]) => {
      const told = score(vector!)
      const found = version === '4.0' ? told.score : told.baseScore
      const say = (n: number | null): string => (n === null ? '' : n.toFixed(1))
      const isRight = told.version === version && say(found) === published && (version === '4.0' || (say(told.temporalScore) === temporal && say(told.environmentalScore) === environmental))
      return isRight ? [] : [`${vector} ${published} ${temporal} ${environmental}: ${found} ${told.temporalScore} ${told.environmentalScore}`]
    })
    expect(wrong).toEqual([])
  })

  it('of the 270 macro vectors have their score and severity', () => {
    const rows = rowsOf('first/macro.tsv')
    expect(rows).toHaveLength(270)
    expect(new Set(rows.map(([vector]) => score(vector!).macroVector)).size).toBe(270)
    for (const [vector, published, severity] of rows) expect([vector, score(vector!).score, score(vector!).severity]).toEqual([vector, Number(published), severity!.toUpperCase()])
  })
})

describe('a score', () => {
  it('of version 3.1 is what the specification computes in floating point, for all 2,592 base vectors', () => {
    const base = metricsOf['3.1'].filter((m) => m.group === 'base')
    const all = base.reduce<Record<string, string>[]>((rows, m) => rows.flatMap((row) => m.values.map((value) => ({ ...row, [m.name]: value }))), [{}])
    expect(all).toHaveLength(2_592)
    for (const values of all) expect(score(`CVSS:3.1/${base.map((m) => `${m.name}:${values[m.name]}`).join('/')}`).baseScore).toBe(naiveBase31(values))
  })

  it('rests on what the vector tells', () => {
    const base = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'
    expect(score(base)).toMatchObject({ nomenclature: 'CVSS-B', score: 9.3, severity: 'CRITICAL', threatScore: null, environmentalScore: null })
    expect(score(`${base}/E:U`)).toMatchObject({ nomenclature: 'CVSS-BT', baseScore: 9.3, environmentalScore: null })
    expect(score(`${base}/MAV:P`)).toMatchObject({ nomenclature: 'CVSS-BE', baseScore: 9.3, threatScore: null })
    const all = score(`${base}/E:U/CR:L/AU:Y`)
    expect(all).toMatchObject({ nomenclature: 'CVSS-BTE', environmentalScore: all.score })
    expect(score(`${base}/E:X/CR:X`)).toMatchObject({ nomenclature: 'CVSS-B', score: 9.3, vectorString: base })
    expect(score('CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:H/I:H/A:H')).toMatchObject({ score: 9.6, environmentalScore: 9.7, nomenclature: null })
    expect(score('AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H')).toMatchObject({ baseScore: 7.8, temporalScore: 6.4, environmentalScore: 9.2, score: 9.2 })
  })

  it.each(versions)('of version %s is tenths between 0 and 10, with its word', (version) => {
    fc.assert(fc.property(anyVector(version), (text) => {
      const told = score(text)
      expect(Number.isInteger(Math.round(told.score * 10)) && told.score >= 0 && told.score <= 10 && told.score === Math.round(told.score * 10) / 10).toBe(true)
      expect(told.severity).toBe(severityOf(told.score, version))
    }))
  })

  it('of the base does not rise when an impact falls', () => {
    const impacts = { '2.0': ['C', 'I', 'A'], '3.0': ['C', 'I', 'A'], '3.1': ['C', 'I', 'A'], '4.0': ['VC', 'VI', 'VA', 'SC', 'SI', 'SA'] } as const
    for (const version of versions) {
      fc.assert(fc.property(anyVector(version), fc.constantFrom(...impacts[version]), (text, metric) => {
        const { values } = parseVector(text)
        const { baseScore } = score(text)
        const fallen = text.replace(`/${metric}:${values.get(metric)}`, `/${metric}:N`)
        expect(score(fallen).baseScore).toBeLessThanOrEqual(baseScore)
      }))
    }
  })
})
