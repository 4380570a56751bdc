import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { residual, scoreResidual } from './residual.ts'
import { assess } from './score.ts'

describe('residual', () => {
  it('takes whole steps off likelihood and impact, one control after the other', () => {
    const result = residual({ likelihood: 4, impact: 5 }, [
      { control: 'A.8.7', target: 'likelihood', steps: 2 },
      { control: 'A.8.13', target: 'impact', steps: 1 },
      { control: 'A.5.7', target: 'likelihood', steps: 3 },
    ])
    expect(result).toMatchObject({ assessed: true, levels: { likelihood: 1, impact: 4 } })
    expect('steps' in result && result.steps.map(({ id, label, rule }) => [id, label.en, rule.en])).toEqual([
      ['likelihood-reduction', 'Reduction by A.8.7', '4 − 2, not below 1, gives 2 (Heng’s rule)'],
      ['likelihood-reduction', 'Reduction by A.5.7', '2 − 3, not below 1, gives 1 (Heng’s rule)'],
      ['impact-reduction', 'Reduction by A.8.13', '5 − 1, not below 1, gives 4 (Heng’s rule)'],
    ])
  })

  it('stays between the floor and the current level', () => {
    const reductions = fc.array(
      fc.record({ control: fc.string(), target: fc.constantFrom('likelihood', 'impact'), steps: fc.integer({ min: 0, max: 20 }) }),
    )
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }), reductions, (likelihood, impact, list) => {
        const result = residual({ likelihood, impact }, list)
        const off = (target: string) => list.filter((item) => item.target === target).reduce((sum, { steps }) => sum + steps, 0)
        expect(result).toMatchObject({
          levels: { likelihood: Math.max(1, likelihood - off('likelihood')), impact: Math.max(1, impact - off('impact')) },
        })
      }),
    )
  })

  it('is not assessed where a level or an effect is unknown', () => {
    expect(residual({ likelihood: null, impact: 2 }, [{ control: 'A.5.7', target: 'impact', steps: null }])).toEqual({
      assessed: false,
      missing: ['likelihood', 'A.5.7'],
    })
  })

  it('refuses unknown targets, partial steps and levels below the floor', () => {
    const current = { likelihood: 3, impact: 3 }
    expect(residual(current, [{ control: 'x', target: '__proto__', steps: 1 }])).toMatchObject({
      code: 'unknown-factor',
      allowed: ['likelihood', 'impact'],
    })
    for (const steps of [-1, 0.5, 21, Number.NaN]) {
      expect(residual(current, [{ control: 'x', target: 'impact', steps }])).toMatchObject({
        code: 'value-out-of-scale',
        field: 'reductions.0.steps',
      })
    }
    expect(residual({ likelihood: 0 }, [])).toMatchObject({ code: 'value-out-of-scale', field: 'likelihood' })
  })
})

describe('scoreResidual', () => {
  const input = { asset: 5, threat: 5, exploitability: 5, impact: 5 }

  it('lowers likelihood and loss inside the 2022 process before the risk is read', () => {
    const result = scoreResidual('gbt20984-2022', input, [
      { control: 'A.8.8', target: 'likelihood', steps: 3 },
      { control: 'A.8.13', target: 'impact', steps: 2 },
    ])
    expect(result).toMatchObject({ assessed: true, level: 2, method: 'gbt20984-2022' })
    expect('steps' in result && result.steps.map(({ id, output }) => [id, output.level])).toEqual([
      ['likelihood', 5],
      ['likelihood-reduction', 2],
      ['loss', 5],
      ['loss-reduction', 3],
      ['risk', 2],
    ])
  })

  it('lowers factors first where the method has no axes', () => {
    const result = scoreResidual('gbt20984-multiply', { asset: 4, threat: 4, vulnerability: 5 }, [
      { control: 'patch', target: 'vulnerability', steps: 3 },
    ])
    expect(result).toMatchObject({ level: 2, value: 8 })
    expect('steps' in result && result.steps.map(({ id }) => id)).toEqual(['vulnerability-reduction', 'likelihood', 'loss', 'risk'])
  })

  it('equals the current risk without reductions, and is never above it', () => {
    const level = fc.integer({ min: 1, max: 5 })
    fc.assert(
      fc.property(level, level, fc.nat(5), fc.nat(5), (likelihood, impact, off, offImpact) => {
        const current = assess('nist800-30', { likelihood, impact })
        expect(scoreResidual('nist800-30', { likelihood, impact }, [])).toEqual(current)
        const after = scoreResidual('nist800-30', { likelihood, impact }, [
          { control: 'x', target: 'likelihood', steps: off },
          { control: 'y', target: 'impact', steps: offImpact },
        ])
        expect('level' in after && 'level' in current && after.level <= current.level).toBe(true)
      }),
    )
  })

  it('propagates what is unknown and refuses what is wrong', () => {
    expect(scoreResidual('gbt20984-2022', { ...input, threat: null }, [{ control: 'c', target: 'impact', steps: null }])).toMatchObject({
      assessed: false,
      missing: ['threat', 'c'],
    })
    expect(scoreResidual('gbt20984-2022', input, [{ control: 'c', target: 'asset', steps: 1 }])).toMatchObject({
      allowed: ['likelihood', 'impact'],
    })
    expect(scoreResidual('none', input, [])).toMatchObject({ code: 'unknown-method' })
    expect(scoreResidual('gbt20984-2022', { ...input, asset: 6 }, [])).toMatchObject({ code: 'value-out-of-scale' })
  })
})
