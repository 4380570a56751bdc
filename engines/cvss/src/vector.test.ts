import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseVector, score, VectorError, vectorText, versions } from './index.ts'
import { notDefined } from './metrics.ts'
import { anyVector } from './vector.fixture.ts'

const problemOf = (text: string) => {
  try {
    parseVector(text)
  } catch (error) {
    if (error instanceof VectorError) return error.problem
  }
  return null
}

describe('a vector', () => {
  it.each([
    ['', 'empty', undefined],
    ['CVSS:5.0/AV:N', 'version', 6],
    ['CVSS:3.1', 'syntax', undefined],
    ['hello', 'syntax', 1],
    ['CVSS:3.1/AV:N/AC', 'syntax', 15],
    ['CVSS:3.1/AV:N//AC:L', 'syntax', 15],
    ['CVSS:3.1/AV:N/XX:L', 'metric', 15],
    ['CVSS:3.1/AV:N/AC:X', 'value', 18],
    ['CVSS:3.1/av:N', 'metric', 10],
    ['CVSS:3.1/AV:N/AV:L', 'repeated', 15],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H', 'missing', undefined],
    ['AV:N/AC:L/Au:N/C:P/I:P', 'missing', undefined],
    ['CVSS:4.0/AC:L/AV:N/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H', 'order', 15],
    [`CVSS:3.1/${'AV:N/'.repeat(200)}`, 'length', undefined],
  ])('%s is refused for its %s, with the place', (text, code, at) => {
    const problem = problemOf(text)
    expect(problem).toMatchObject({ code, message: { en: expect.any(String), 'zh-CN': expect.stringMatching(/\p{Script=Han}/u) } })
    if (at !== undefined) expect(problem!.at).toBe(at)
  })

  it('stands in brackets in version 2.0 only, in any order up to 3.1', () => {
    expect(score('(AV:N/AC:L/Au:N/C:N/I:N/A:C)')).toMatchObject({ version: '2.0', score: 7.8 })
    expect(problemOf('(CVSS:3.1/AV:N)')).toMatchObject({ code: 'syntax' })
    expect(score('CVSS:3.0/A:N/I:N/C:H/S:U/UI:N/PR:N/AC:L/AV:N')).toMatchObject({ score: 7.5, vectorString: 'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N' })
  })

  it.each(versions)('of version %s reads back as it was written, without what says nothing', (version) => {
    fc.assert(fc.property(anyVector(version), (text) => {
      const vector = parseVector(text)
      const again = vectorText(vector)
      expect(parseVector(again)).toEqual(vector)
      expect(again.endsWith(`:${notDefined(version)}`)).toBe(false)
      expect(score(again)).toEqual(score(text))
    }))
  })

  it('never fails otherwise than by saying what is wrong', () => {
    const pieces = fc.array(fc.oneof(fc.string(), fc.constantFrom('CVSS:3.1', 'CVSS:4.0', 'AV:N', 'AC:L', '/', ':', 'E:X')), { maxLength: 20 }).map((parts) => parts.join('/'))
    fc.assert(fc.property(fc.oneof(fc.string(), pieces), (text) => {
      try {
        score(text)
      } catch (error) {
        expect(error).toBeInstanceOf(VectorError)
      }
    }))
  })
})
