import { describe, expect, it } from 'vitest'
import type { TreeNode } from '../../contract/index.ts'
import { shownLines } from './treeModel.ts'

const node = (ref: string, parent: string | null, over: Partial<TreeNode> = {}): TreeNode => ({
  id: ref,
  ref,
  parent,
  titleEn: `Title ${ref}`,
  titleZh: `标题 ${ref}`,
  kind: 'control',
  assessable: parent !== null,
  withdrawn: false,
  items: null,
  attributes: {},
  overlay: false,
  mapped: 0,
  answer: null,
  ...over,
})
const nodes = [
  node('A', null),
  node('A.1', 'A', { answer: { controls: 1, state: 'planned' } }),
  node('A.2', 'A'),
  node('A.2.1', 'A.2', { titleZh: '密码' }),
  node('B', null),
  node('B.1', 'B', { withdrawn: true }),
]
const refs = (q: string, view: Parameters<typeof shownLines>[2] = 'all', closed: string[] = []) =>
  shownLines(nodes, q, view, new Set(closed)).lines.map((l) => l.node.ref)

describe('shownLines', () => {
  it('shows all, with levels', () => expect(shownLines(nodes, '', 'all', new Set()).lines.map((l) => l.level)).toEqual([0, 1, 1, 2, 0, 1]))
  it('leaves out what stands below a closed group, at any depth', () => expect(refs('', 'all', ['A'])).toEqual(['A', 'B', 'B.1']))
  it('finds in either language and keeps what stands above, even if closed', () =>
    expect(refs('密码', 'all', ['A'])).toEqual(['A', 'A.2', 'A.2.1']))
  it('counts only what fits itself', () => expect(shownLines(nodes, 'a.2.1', 'all', new Set()).fits).toBe(1))
  it('asks for every word', () => expect(refs('title 密码')).toEqual(['A', 'A.2', 'A.2.1']))
  it('shows what nothing answers, without headings and withdrawn ones', () => expect(shownLines(nodes, '', 'open', new Set()).fits).toBe(2))
  it('shows what is answered', () => expect(refs('', 'answered')).toEqual(['A', 'A.1']))
})
