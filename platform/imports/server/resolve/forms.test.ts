import { describe, expect, it } from 'vitest'
import { formsOf } from './forms.ts'

describe('names of records', () => {
  it('recognises references however they are written', () => {
    const reference = (text: string) => formsOf(text, 'P').reference
    expect(['P-0007', 'p-7', 'Ｐ－０００７', 'P-00007', 'P-12345', '张伟 (P-0007)', '张伟（p-7）', 'A-0007', 'P-', 'P-7a', '007'].map(reference)).toEqual([
      'P-0007', 'P-0007', 'P-0007', 'P-0007', 'P-12345', 'P-0007', 'P-0007', undefined, undefined, undefined, undefined,
    ])
  })
  it('takes the address out of a mailbox, and paths apart', () => {
    expect(formsOf('张伟 <zw@example.com>', 'P').texts).toEqual(['张伟 <zw@example.com>', 'zw@example.com'])
    expect(formsOf('总部 / 财务部／出纳', 'U').path).toEqual(['总部', '财务部', '出纳'])
    expect(formsOf('财务部', 'U').path).toEqual([])
    expect(formsOf('0198F0C2-0000-7000-8000-000000000001', 'U').id).toBe('0198f0c2-0000-7000-8000-000000000001')
  })
})
