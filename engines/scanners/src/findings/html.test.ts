import { describe, expect, it } from 'vitest'
import { DEFAULT_LIMITS } from '../input/limits.ts'
import { pageOf, type HtmlNode } from './html.ts'
import { cellsOf, elements, rowsOf, textOf } from './htmlNodes.ts'

const page = (text: string): HtmlNode => pageOf(text, DEFAULT_LIMITS.contextLength)
const outline = (node: HtmlNode | string): unknown => (typeof node === 'string' ? node : [node.name, ...node.children.map(outline)])
const all = (node: HtmlNode, name: string): HtmlNode[] => elements(node, (one) => one.name === name)

describe('a page', () => {
  it.each([
    ['<p>a<b>c</b>d</p>', [['p', 'a', ['b', 'c'], 'd']]],
    ['<ul><li>a<li>b</ul>', [['ul', ['li', 'a'], ['li', 'b']]]],
    ['<table><tr><td>1<td>2<tr><th>3</table>x', [['table', ['tr', ['td', '1'], ['td', '2']], ['tr', ['th', '3']]], 'x']],
    ['<table><tr><td><table><tr><td>in</table>after<td>b</table>', [['table', ['tr', ['td', ['table', ['tr', ['td', 'in']]], 'after'], ['td', 'b']]]]],
    ['a<br>b<img src=x>c<hr/>', ['a', ['br'], 'b', ['img'], 'c', ['hr']]],
    ['<script>if (a < b) "</p>"</script>t', [['script', 'if (a < b) "</p>"'], 't']],
    ['<!-- <p> --><!DOCTYPE x><?php ?>a</div>b', ['a', 'b']],
    ['1 < 2 &amp; &lt;b&gt; &#20013;', ['1 ', '<', ' 2 & <b> 中']],
    ['<p>a<!-- no end', [['p', 'a']]],
    ['<p>a<b title="no end>', [['p', 'a']]],
  ] as const)('of %s is a tree', (text, tree) => {
    expect(page(text).children.map(outline)).toEqual(tree)
  })

  it('has attributes as written, the first of a name, and lines', () => {
    const [a, b] = all(page('<a HREF="x&amp;y" class=\'b c\' data-n=5 checked href=z>\n\n<b id = "i"/>'), 'a').concat(all(page('\n\n<b id = "i"/>'), 'b'))
    expect([{ ...a!.at }, { ...b!.at }, b!.line]).toEqual([{ href: 'x&y', class: 'b c', 'data-n': '5', checked: '' }, { id: 'i' }, 3])
  })

  it('has rows and cells that are its own, and texts as they are seen', () => {
    const table = all(page('<table><tbody><tr><td>a<table><tr><td>b</table></td><th>c</th></tr></tbody></table>'), 'table')[0]!
    expect(rowsOf(table).map((row) => cellsOf(row).map(textOf))).toEqual([['a\n\nb', 'c']])
    expect(textOf(page('<p>a   b\n c</p><pre>d\n  e</pre><style>x</style>f<br>g'))).toBe('a b c\n\nd\ne\nf\ng')
  })

  it.each([
    ['tags without end', '<a '], ['quotes without end', '<a b="'], ['nothing but openings', '<'], ['deep nesting', '<div>'], ['closings', '</table></a>'], ['comments', '<!--'], ['attributes', '<a a=1 b=2'],
    ['scripts', '<script>'], ['entities', '&#1;&'], ['spaces', '<a           '], ['cells', '<tr><td>'], ['half a closing', '<script></script'],
  ])('of %s over and over takes as long as it is', (_, piece) => {
    const took = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length))
      // Of this thread alone, however busy the machine is; the least of a few, as memory is cleared now and then.
      const runs = Array.from({ length: 3 }, () => {
        const began = process.threadCpuUsage()
        textOf(page(text))
        const { user, system } = process.threadCpuUsage(began)
        return user + system
      })
      return Math.min(...runs) / 1_000
    }
    took(50_000)
    // Sixteen times as long: 256 times the time, if it grew with the square.
    expect(took(800_000)).toBeLessThan(80 * Math.max(took(50_000), 2))
  })

  it('that is too long is refused', () => {
    expect(() => pageOf('<b>'.repeat(1_000), 10_000)).toThrow(/more than 10000 characters/)
  })
})
