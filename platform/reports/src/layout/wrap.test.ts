import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TextMeasure } from './wrap.ts'
import { WIDE, widestPiece, widthOfLine, wrapRuns } from './wrap.ts'

/** Ten points an em: Chinese 10 wide, everything else 5. */
const measure: TextMeasure = { size: 10, widthOf: (character) => (WIDE.test(character) ? 1000 : 500) }
const wrap = (text: string, width: number): string[] =>
  wrapRuns([{ text, strong: false }], width, measure).map((line) => line.map((run) => run.text).join(''))

describe('wrapRuns', () => {
  it('breaks Latin between words and drops the space', () => {
    expect(wrap('risk owner accepts', 50)).toEqual(['risk owner', 'accepts'])
  })

  it('breaks Chinese anywhere but before closing and after opening marks', () => {
    expect(wrap('风险责任人，接受', 50)).toEqual(['风险责任', '人，接受'])
    expect(wrap('按照附录（一）', 50)).toEqual(['按照附录', '（一）'])
  })

  it('breaks between Chinese and Latin, not inside a short word', () => {
    expect(wrap('依据ISO标准', 40)).toEqual(['依据ISO', '标准'])
    expect(wrap('按照依据ISO', 50)).toEqual(['按照依据', 'ISO'])
  })

  it('parts an address behind a mark if it can, anywhere if it must', () => {
    expect(wrap('https://heng.example/evidence', 100)).toEqual(['https://heng.', 'example/evidence'])
    expect(wrap('x'.repeat(25), 50)).toEqual(['x'.repeat(10), 'x'.repeat(10), 'x'.repeat(5)])
  })

  it('keeps line ends and empty lines', () => {
    expect(wrap('a\n\nb', 50)).toEqual(['a', '', 'b'])
    expect(wrap('', 50)).toEqual([''])
  })

  it('keeps runs apart with their look', () => {
    const lines = wrapRuns(
      [
        { text: '全部', strong: false },
        { text: '必要的', strong: true },
      ],
      40,
      measure,
    )
    expect(lines).toEqual([
      [
        { text: '全部', strong: false },
        { text: '必要', strong: true },
      ],
      [{ text: '的', strong: true }],
    ])
  })

  it('never overflows and never loses a character, whatever the text', () => {
    const letters = fc.constantFrom(...'ab .,/（）《》，。风险控制\n🙂', 'https://')
    const text = fc.array(letters, { maxLength: 80 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 3, max: 90 }), (input, width) => {
        const lines = wrap(input, width)
        for (const line of lines) {
          expect(widthOfLine([{ text: line, strong: false }], measure) <= width || [...line].length === 1).toBe(true)
        }
        expect(lines.join('').replace(/[ \n]/g, '')).toBe(input.replace(/[ \n]/g, ''))
      }),
      { numRuns: 500 },
    )
  })
})

it('finds the widest piece that holds together', () => {
  expect(widestPiece([{ text: 'a verylongword b', strong: false }], measure)).toBe(60)
  expect(widestPiece([{ text: '风险责任人', strong: false }], measure)).toBe(10)
  expect(widestPiece([{ text: '责任人。', strong: false }], measure)).toBe(20)
})
