import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { ScanError } from './problem.ts'
import { XmlScanner, type Attributes } from './xmlScan.ts'

type Event = readonly ['open', string, Readonly<Record<string, string>>] | readonly ['close'] | readonly ['text', string]

/** Texts that follow one another as one. */
const joined = (events: readonly Event[]): Event[] => {
  const out: Event[] = []
  for (const event of events) {
    const last = out.at(-1)
    if (event[0] === 'text' && event[1] === '') continue
    if (event[0] === 'text' && last?.[0] === 'text') out[out.length - 1] = ['text', last[1] + event[1]]
    else out.push(event)
  }
  return out
}

const scanned = (pieces: readonly string[], token = 1_000): { events: Event[]; error: ScanError | null } => {
  const events: Event[] = []
  const scanner = new XmlScanner({ wantsText: true, open: (name: string, at: Attributes) => events.push(['open', name, { ...at }]), close: () => events.push(['close']), text: (text) => events.push(['text', text]) }, token)
  try {
    for (const piece of pieces) scanner.write(piece)
    scanner.end()
    return { events: joined(events), error: null }
  } catch (error) {
    if (error instanceof ScanError) return { events: joined(events), error }
    throw error
  }
}

/** The same by a general parser. */
const general = (text: string): { events: Event[]; isWell: boolean } => {
  const events: Event[] = []
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth++
    events.push(['open', name.slice(name.indexOf(':') + 1), { ...attributes }])
  })
  parser.on('closetag', () => {
    depth--
    events.push(['close'])
  })
  parser.on('text', (t) => depth > 0 && events.push(['text', t]))
  parser.on('cdata', (t) => events.push(['text', t]))
  try {
    parser.write(text).close()
    return { events: joined(events), isWell: true }
  } catch {
    return { events: joined(events), isWell: false }
  }
}

const names = fc.constantFrom('a', 'b', 'Report', 'cm:result', '漏洞', 'x-1.y')
const words = fc.constantFrom('', ' ', 'text', '\n', '\r\n', '\r', '\t', '&lt;', '&amp;&gt;', '&#65;', '&#x1F600;', '&quot;&apos;', '漏洞\u{1F600}', '>', "'", '<!-- a > b -->', '<![CDATA[ <x> & ]] ]]>', '<?do it?>')
const values = fc.constantFrom('', 'v', 'a b', '&lt;&#10;', 'x\ty\nz', 'x\r\ny', '>', '漏')
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc.tuple(names, fc.uniqueArray(fc.tuple(names, values, fc.constantFrom('"', "'"), fc.constantFrom(' ', '\n ')), { selector: ([n]) => n, maxLength: 3 }), fc.array(fc.oneof({ depthSize: 'small' }, words, tie('element')), { maxLength: 4 }), fc.constantFrom('', ' ', '\n'))
    .map(([name, attributes, inner, space]) => {
      const tag = `<${name}${attributes.map(([n, v, q, s]) => `${s}${n}${space}=${space}${q}${v}${q}`).join('')}${space}`
      return inner.length === 0 ? `${tag}/>` : `${tag}>${inner.join('')}</${name}${space}>`
    }),
}))
const before = fc.constantFrom('', '<?xml version="1.0"?>\n', '<!-- x -->', '<!DOCTYPE a>\n', '<!DOCTYPE a SYSTEM "a>.dtd" >', '<!DOCTYPE a [ <!ELEMENT a (b)> <!-- ] > --> <!ATTLIST a b CDATA "]>"> ]>')
const documents = fc.tuple(before, element, fc.constantFrom('', '\n', '<!-- y -->\n')).map((parts) => parts.join(''))
const cutBy = (text: string, sizes: readonly number[]): string[] => {
  const out: string[] = []
  for (let [at, i] = [0, 0]; at < text.length; i++) {
    out.push(text.slice(at, at + sizes[i % sizes.length]!))
    at += sizes[i % sizes.length]!
  }
  return out
}
const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })

/** Instructions and document types are read over by both, each in its way. */
const isOther = (text: string): boolean => /<\?(?![A-Za-z_])|<\?[^?]*[^\w?\s]|<\?xml|^\s+<\?|<!DOCTYPE/i.test(text)

describe('scanning XML', () => {
  it('tells what a general parser tells, however the text comes', () => {
    fc.assert(fc.property(documents, sizes, (text, sizes) => {
      const { events, isWell } = general(text)
      expect(isWell).toBe(true)
      expect(scanned(cutBy(text, sizes))).toEqual({ events, error: null })
    }), { numRuns: 500 })
  })

  it('refuses what a general parser refuses, having told the same before', () => {
    const change = fc.tuple(fc.nat(), fc.constantFrom(0, 1, 2), fc.constantFrom('<', '>', '/', '&', '"', "'", '=', ' ', 'a', ';', ']]>', '--', '<b>', '</b>', '\0', '\ufffe', '&x;', '&#0;', '!', '?'))
    fc.assert(fc.property(documents, fc.array(change, { minLength: 1, maxLength: 2 }), sizes, (text, changes, sizes) => {
      let other = text
      for (const [place, gone, put] of changes) other = other.slice(0, place % (other.length + 1)) + put + other.slice((place % (other.length + 1)) + gone)
      // Half a character cannot come out of UTF-8.
      if (isOther(other) || !other.isWellFormed()) return
      const { events, isWell } = general(other)
      const told = scanned(cutBy(other, sizes))
      if (isWell) expect(told).toEqual({ events, error: null })
      else {
        expect(['malformed', 'truncated', 'dtd']).toContain(told.error?.problem.code)
        expect(told.error?.problem.line).toBeGreaterThan(0)
      }
    }), { numRuns: 3_000 })
  })

  it.each([
    ['<a>\n<b></a>', 'malformed', 2, 4],
    ['<a>\n  &nbsp;</a>', 'malformed', 2, 3],
    ['<a>\n<b c=1/></a>', 'malformed', 2, 6],
    ['<a b="1"\n b="2"/>', 'malformed', 2, 2],
    ['<a>\n<b>', 'truncated', 2, 4],
    ['<a>\nx\0y</a>', 'malformed', 2, 2],
    ['<a/>\n<b/>', 'malformed', 2, 1],
    ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', 'dtd', 1, 1],
    ['<!DOCTYPE a [<!ENTITY b "c"', 'dtd', 1, 1],
    ['<!DOCTYPE a SYSTEM "file:///etc/passwd">\n<a>&b;</a>', 'malformed', 2, 4],
    [`<a b="${'x'.repeat(1_001)}`, 'token', 1, 1],
    [`<a>\n${'x'.repeat(1_001)}`, 'token', 1, 4],
    [`<a><!--${'x'.repeat(1_001)}`, 'token', 1, 4],
  ])('%j is %s at %d:%d', (text, code, line, column) => {
    expect(scanned(cutBy(text, [400])).error?.problem).toMatchObject({ code, line, column })
  })

  it('takes names of what every object has for names', () => {
    expect(scanned(['<a constructor="1" __proto__="2" toString="3"/>']).events[0]![2]).toEqual(Object.fromEntries([['constructor', '1'], ['__proto__', '2'], ['toString', '3']]))
    let told: Attributes = {}
    new XmlScanner({ wantsText: false, open: (_, at) => { told = at }, close: () => {}, text: () => {} }, 100).write('<a b="1"/>')
    expect([told.b, told.constructor, told.toString]).toEqual(['1', undefined, undefined])
  })
})
