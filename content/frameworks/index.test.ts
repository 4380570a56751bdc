import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ContentError, framework, frameworks, mappings } from './index.ts'
import { load } from './load.ts'
import type { Catalogue } from './schema.ts'

const iso = framework('iso-iec-27001-2022')!
const level2 = framework('gbt-22239-2019-level2')!
const level3 = framework('gbt-22239-2019-level3')!

const numbers = (prefix: string, to: number, from = 1) => Array.from({ length: to - from + 1 }, (_, i) => `${prefix}.${from + i}`)
const refs = (catalogue: Catalogue, kind: string) => catalogue.nodes.filter((node) => node.kind === kind).map((node) => node.ref)
const childCounts = (catalogue: Catalogue) =>
  refs(catalogue, 'category').map((category) => catalogue.nodes.filter((node) => node.parent === category).length)
const itemSum = (catalogue: Catalogue) => catalogue.nodes.reduce((sum, node) => sum + (node.items ?? 0), 0)

describe('ISO/IEC 27001:2022', () => {
  it('has the 93 controls of Annex A in order, under four themes', () => {
    expect(refs(iso, 'theme')).toEqual(['A.5', 'A.6', 'A.7', 'A.8'])
    expect(refs(iso, 'control')).toEqual([...numbers('A.5', 37), ...numbers('A.6', 8), ...numbers('A.7', 14), ...numbers('A.8', 34)])
  })

  it('has every numbered clause from 4 to 10', () => {
    const clauses = `4 4.1 4.2 4.3 4.4 5 5.1 5.2 5.3 6 6.1 6.1.1 6.1.2 6.1.3 6.2 6.3 7 7.1 7.2 7.3 7.4 7.5 7.5.1 7.5.2 7.5.3
      8 8.1 8.2 8.3 9 9.1 9.2 9.2.1 9.2.2 9.3 9.3.1 9.3.2 9.3.3 10 10.1 10.2`
    expect(refs(iso, 'clause')).toEqual(clauses.split(/\s+/))
  })

  it('carries the climate determination of Amendment 1:2024', () => {
    for (const ref of ['4.1', '4.2']) {
      const { summary } = iso.nodes.find((node) => node.ref === ref)!
      expect(summary.en).toContain('climate change')
      expect(summary['zh-CN']).toContain('气候变化')
    }
  })

  it('classifies each control and says what an auditor would look for', () => {
    const themes = { 'A.5': 'organizational', 'A.6': 'people', 'A.7': 'physical', 'A.8': 'technological' } as Record<string, string>
    for (const node of iso.nodes.filter((candidate) => candidate.kind === 'control')) {
      expect(node.attributes.theme, node.ref).toBe(themes[node.parent!])
      expect(node.attributes, node.ref).toMatchObject({ view: expect.any(String), controlType: expect.any(Array), properties: expect.any(Array) })
    }
    for (const node of iso.nodes) expect(node.evidence !== undefined, node.ref).toBe(node.assessable)
  })
})

describe('GB/T 22239-2019', () => {
  it('has 10 categories, numbered by level', () => {
    expect(refs(level2, 'category')).toEqual(numbers('7.1', 10))
    expect(refs(level3, 'category')).toEqual(numbers('8.1', 10))
    const titles = (catalogue: Catalogue) => catalogue.nodes.filter((node) => node.kind === 'category').map((node) => node.title['zh-CN'])
    expect(titles(level3)).toEqual(
      '安全物理环境 安全通信网络 安全区域边界 安全计算环境 安全管理中心 安全管理制度 安全管理机构 安全管理人员 安全建设管理 安全运维管理'.split(' '),
    )
    expect(titles(level2)).toEqual(titles(level3))
  })

  it('has 68 control points with 135 items at level 2, 71 with 211 at level 3', () => {
    expect(childCounts(level2)).toEqual([10, 3, 6, 10, 2, 4, 5, 4, 10, 14])
    expect(childCounts(level3)).toEqual([10, 3, 6, 11, 4, 4, 5, 4, 10, 14])
    expect([itemSum(level2), itemSum(level3)]).toEqual([135, 211])
  })

  it('numbers control points without holes and marks each S, A or G', () => {
    for (const catalogue of [level2, level3]) {
      const counts = childCounts(catalogue)
      expect(refs(catalogue, 'control-point')).toEqual(refs(catalogue, 'category').flatMap((category, i) => numbers(category, counts[i]!)))
      for (const node of catalogue.nodes) expect(node.attributes.mark !== undefined, node.ref).toBe(node.assessable)
    }
  })

  it('gives the same control point the same name and mark at both levels', () => {
    const key = (catalogue: Catalogue, node: Catalogue['nodes'][number]) =>
      `${catalogue.nodes.find((candidate) => candidate.ref === node.parent)!.title['zh-CN']}/${node.title['zh-CN']}`
    const points = new Map(level3.nodes.filter((node) => node.parent).map((node) => [key(level3, node), node]))
    const only2 = level2.nodes.filter((node) => node.parent && !points.has(key(level2, node))).map((node) => node.title['zh-CN'])
    expect(only2).toEqual(['恶意代码防范']) // at the boundary; level 3 adds spam to the name
    for (const node of level2.nodes) {
      const twin = node.parent ? points.get(key(level2, node)) : undefined
      if (!twin) continue
      expect([node.title.en, node.attributes.mark], node.ref).toEqual([twin.title.en, twin.attributes.mark])
      expect(node.items, node.ref).toBeGreaterThan(0)
    }
  })
})

describe('mapping from Annex A to MLPS level 3', () => {
  const [mapping] = mappings()

  it('covers every control, by pairs or as a gap with a reason, and every control point', () => {
    expect(mapping!.pairs.length).toBeGreaterThanOrEqual(90)
    const sources = new Set([...mapping!.pairs.map((pair) => pair.source), ...mapping!.gaps.map((gap) => gap.ref)])
    expect(refs(iso, 'control').filter((ref) => !sources.has(ref))).toEqual([])
    const targets = new Set(mapping!.pairs.map((pair) => pair.target))
    expect(refs(level3, 'control-point').filter((ref) => !targets.has(ref))).toEqual([])
  })

  it('says that it is our own judgement', () => {
    expect(mapping!.provenance.en).toContain('Own judgement')
    expect(mapping!.provenance['zh-CN']).toContain('自身判断')
  })
})

describe('all content', () => {
  const texts = (value: unknown, path = ''): { path: string; en: string; zh: string }[] => {
    if (typeof value !== 'object' || value === null) return []
    if ('zh-CN' in value && 'en' in value) return [{ path, en: String(value.en), zh: String(value['zh-CN']) }]
    return Object.entries(value).flatMap(([key, child]) => texts(child, `${path}/${key}`))
  }
  const all = [...frameworks(), ...mappings()].flatMap((content) => texts(content, content.id))

  it('is in both languages, each in its own script', () => {
    expect(all.length).toBeGreaterThan(800)
    for (const { path, en, zh } of all) {
      expect(en.trim(), path).not.toBe('')
      expect(en, path).not.toMatch(/\p{Script=Han}/u)
      if (!path.endsWith('/edition')) expect(zh, path).toMatch(/\p{Script=Han}/u)
      expect(zh, `${path}: half-width punctuation`).not.toMatch(/\p{Script=Han}[,;:?!.]|[,;:?!]\p{Script=Han}/u)
    }
  })

  it('prints no word that the glossary forbids', () => {
    for (const { path, zh } of all) expect(zh, path).not.toMatch(/机密性|不可篡改/)
  })

  it('stays an outline in our own words: short titles, no more than two sentences', () => {
    const nodes = frameworks().flatMap((catalogue) => catalogue.nodes)
    for (const { ref, title, summary } of nodes) {
      expect(title['zh-CN'].length, ref).toBeLessThanOrEqual(30)
      expect(summary.en.length, ref).toBeLessThanOrEqual(320)
      expect(summary.en, ref).not.toMatch(/\bshall\b/)
      expect(summary['zh-CN'], ref).toMatch(/。$/)
      expect(summary['zh-CN'].match(/。/g)!.length, ref).toBeLessThanOrEqual(2)
    }
  })

  it('is frozen', () => {
    expect(() => Object.assign(iso.nodes[0]!.title, { en: 'changed' })).toThrow(TypeError)
  })
})

describe('unsound content', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'heng-frameworks-'))
    for (const name of ['iso-iec-27001-2022', 'gbt-22239-2019-level2.yaml', 'gbt-22239-2019-level3.yaml', 'mappings'])
      cpSync(join(import.meta.dirname, name), join(root, name), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true }))

  const problemAfter = (file: string, find: string, replacement: string): string => {
    const before = readFileSync(join(root, file), 'utf8')
    expect(before).toContain(find)
    writeFileSync(join(root, file), before.replace(find, replacement))
    try {
      load(root)
    } catch (error) {
      if (error instanceof ContentError) return error.message
      throw error
    }
    return 'accepted'
  }

  it.each([
    ['gbt-22239-2019-level3.yaml', 'zh-CN: "防雷击"', 'zh-CN: "lightning"', 'node 8.1.1.4: title.zh-CN: must contain Chinese characters'],
    ['gbt-22239-2019-level3.yaml', 'ref: "8.1.1.5"', 'ref: "8.1.1.4"', 'node 8.1.1.4: this number occurs twice'],
    ['gbt-22239-2019-level2.yaml', 'parent: "7.1.1"', 'parent: "7.1.2"', 'node 7.1.1.1: its parent 7.1.2 does not stand before it'],
    ['iso-iec-27001-2022/a6-people.yaml', 'view: managerial', 'view: manager', 'node A.6.1: attributes.view'],
    ['iso-iec-27001-2022/clauses.yaml', '- ref: "4"', '- ref "4"', 'clauses.yaml'],
    ['iso-iec-27001-2022/catalogue.yaml', 'version: 1', 'version: one', 'version: Invalid input'],
    ['mappings/iso-iec-27001-2022--gbt-22239-2019-level3.yaml', 'target: "8.1.6.1"', 'target: "8.1.66"', 'pair A.5.1 → 8.1.66: 8.1.66 is not an assessable node'],
  ])('is refused with file and node: %s, %s', (file, find, replacement, expected) => {
    const message = problemAfter(file, find, replacement)
    expect(message).toContain(file)
    expect(message).toContain(expected)
  })
})
