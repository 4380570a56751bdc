import { describe, expect, it } from 'vitest'
import { fromBody, nameFor, toBody } from './mentionText.ts'

const [a, b, c] = ['a', 'b', 'c'].map((x) => `0190b3c4-0000-7000-8000-00000000000${x}`) as [string, string, string]

describe('mentions in the box', () => {
  it('become ids and names again', () => {
    const body = `@[${a}] 与 @[${b}]，@[${c}] cc`
    const labels = { [a]: { text: 'Li', reference: 'P-1' }, [b]: { text: 'Li Wei', reference: 'P-2' }, [c]: { text: 'Li', reference: 'P-3' } }
    const { text, known } = fromBody(body, labels)
    expect(text).toBe('@Li 与 @Li Wei，@Li(P-3) cc')
    expect(toBody(text, known)).toBe(body)
  })

  it('tell people of one name apart and leave unknown ids', () => {
    expect(nameFor(new Map([['王敏', a]]), a, '王敏', 'P-1')).toBe('王敏')
    expect(nameFor(new Map([['王敏', a]]), b, '王敏', 'P-2')).toBe('王敏(P-2)')
    expect(fromBody(`@[${a}]`, {}).text).toBe(`@[${a}]`)
    expect(toBody('a@example.com @王敏', new Map([['王敏', a]]))).toBe(`a@example.com @[${a}]`)
  })
})
