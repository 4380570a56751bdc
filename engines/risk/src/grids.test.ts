import { describe, expect, it } from 'vitest'
import { findMethod } from './methods/registry.ts'
import { assess, score } from './score.ts'

const codes = ['VL', 'L', 'M', 'H', 'VH']

/** Rows of likelihood from the highest down, as the table is printed; columns of impact from very low to very high. */
const nist = {
  VH: 'VL L M H VH',
  H: 'VL L M H VH',
  M: 'VL L M M H',
  L: 'VL L L L M',
  VL: 'VL VL VL L L',
}

describe('NIST SP 800-30 Table I-2', () => {
  for (const [likelihood, row] of Object.entries(nist)) {
    it.each(row.split(' ').map((risk, index) => [codes[index], risk]))(`likelihood ${likelihood}, impact %s → %s`, (impact, risk) => {
      const level = codes.indexOf(risk ?? '') + 1
      expect(score('nist800-30', { likelihood, impact })).toMatchObject({ level, value: level })
      const numbers = { likelihood: codes.indexOf(likelihood) + 1, impact: codes.indexOf(impact ?? '') + 1 }
      expect(score('nist800-30', numbers)).toEqual(score('nist800-30', { likelihood, impact }))
    })
  }

  it('takes the codes in any case', () => {
    expect(score('nist800-30', { likelihood: 'vh', impact: 'Vh' })).toMatchObject({ level: 5 })
  })
})

/** Likelihood rows from lowest, consequence columns from lowest; levels counted from 0. */
const iso = [
  [0, 0, 1, 1, 1],
  [0, 1, 1, 2, 2],
  [1, 1, 2, 3, 3],
  [1, 2, 3, 3, 4],
  [2, 3, 3, 4, 4],
]

describe('ISO/IEC 27005:2022 five by five', () => {
  it.each(iso.flatMap((row, l) => row.map((risk, c) => [l + 1, c + 1, risk + 1])))(
    'likelihood %i, consequence %i → %i',
    (likelihood, consequence, level) => {
      expect(score('iso27005-5x5', { likelihood, consequence })).toMatchObject({ level, value: level })
    },
  )

  it('calls the second axis impact, like everything else on a page', () => {
    const titles = findMethod('iso27005-5x5')!.factors.map(({ title }) => title)
    expect(titles.map(({ en }) => en)).toEqual(['Likelihood', 'Impact'])
    expect(titles.map((title) => title['zh-CN'])).toEqual(['可能性', '影响'])
  })

  it('takes the names of its scales', () => {
    expect(score('iso27005-5x5', { likelihood: 'almost-certain', consequence: 'minor' })).toMatchObject({ level: 3 })
  })
})

describe('GB/T 20984-2022 process', () => {
  const input = { asset: 4, threat: 3, exploitability: 4, impact: 5 }

  it('goes from likelihood and loss to the risk, and to business risk where importance is given', () => {
    const system = score('gbt20984-2022', input)
    expect(system).toMatchObject({ level: 4 })
    expect('steps' in system && system.steps.map(({ id, output }) => [id, output.level])).toEqual([
      ['likelihood', 3],
      ['loss', 5],
      ['risk', 4],
    ])
    const business = score('gbt20984-2022', { ...input, businessImportance: 5 })
    expect('steps' in business && business.steps.map(({ id, output }) => [id, output.level])).toEqual([
      ['likelihood', 3],
      ['loss', 5],
      ['risk', 4],
      ['businessRisk', 5],
    ])
  })

  it('combines by the rounded geometric mean, 4 with 5 raised to 5, as its note says', () => {
    for (let threat = 1; threat <= 5; threat++) {
      for (let exploitability = 1; exploitability <= 5; exploitability++) {
        const expected = threat * exploitability === 20 ? 5 : Math.round(Math.sqrt(threat * exploitability))
        const result = score('gbt20984-2022', { ...input, threat, exploitability })
        expect('steps' in result && result.steps[0]?.output).toMatchObject({ level: expected })
        const loss = score('gbt20984-2022', { ...input, impact: threat, asset: exploitability })
        expect('steps' in loss && loss.steps[1]?.output).toMatchObject({ level: expected })
      }
    }
  })

  it('keeps the risk table of version 1.0.0, cell by cell', () => {
    const levels = [1, 2, 3, 4, 5]
    const rows = levels.map((likelihood) =>
      levels.map((loss) => {
        const result = score('gbt20984-2022@1.0.0', { threat: likelihood, exploitability: likelihood, impact: loss, asset: loss })
        return 'level' in result ? result.level : null
      }),
    )
    expect(rows.map((row) => row.join(' ')).join('/')).toBe('1 1 2 2 3/1 2 2 3 3/1 2 3 3 4/2 3 3 4 5/2 3 4 5 5')
  })

  it('moves business risk by importance as its note says', () => {
    const atRisk = [
      { asset: 1, threat: 1, exploitability: 1, impact: 1 },
      { asset: 2, threat: 2, exploitability: 2, impact: 2 },
      { asset: 3, threat: 3, exploitability: 3, impact: 3 },
      { asset: 4, threat: 4, exploitability: 4, impact: 4 },
      { asset: 5, threat: 5, exploitability: 5, impact: 5 },
    ]
    const shift = [-1, 0, 0, 1, 1]
    atRisk.forEach((factors, index) => {
      shift.forEach((by, importance) => {
        // Risk 4 stands at likelihood 4 and loss 4, risk 5 at 5 and 5: the diagonal of the risk table is the level itself.
        const level = Math.min(5, Math.max(1, index + 1 + by))
        expect(score('gbt20984-2022', { ...factors, businessImportance: importance + 1 })).toMatchObject({ level })
      })
    })
  })

  it('tells an importance not assessed from one that plays no part', () => {
    expect(assess('gbt20984-2022', input)).toMatchObject({ assessed: true, level: 4 })
    expect(assess('gbt20984-2022', { ...input, businessImportance: null })).toEqual({
      assessed: false,
      missing: ['businessImportance'],
      method: 'gbt20984-2022',
      version: '1.0.0',
    })
  })
})
