import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { knowledge, KnowledgeError, scenariosFor } from './index.ts'
import { load } from './load.ts'

const { assetTypes, threats, vulnerabilities } = knowledge()
const entries = [...assetTypes, ...threats, ...vulnerabilities]
const numbers = (theme: string, to: number) => Array.from({ length: to }, (_, i) => `A.${theme}.${i + 1}`)
const annexA = [...numbers('5', 37), ...numbers('6', 8), ...numbers('7', 14), ...numbers('8', 34)]
const folders = ['asset-types', 'threats', 'vulnerabilities']
const files = folders.flatMap((folder) => readdirSync(join(import.meta.dirname, folder)).map((name) => join(import.meta.dirname, folder, name)))

/** The ids of a vocabulary that fewer than `least` vulnerabilities link to. */
function underlinked(ids: readonly string[], links: (vulnerability: (typeof vulnerabilities)[number]) => readonly string[], least: number) {
  return ids.filter((id) => vulnerabilities.filter((vulnerability) => links(vulnerability).includes(id)).length < least)
}

const repeated = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i)

describe('coverage', () => {
  it('is large enough to be useful', () => {
    expect(assetTypes.length).toBeGreaterThanOrEqual(45)
    expect(threats.length).toBeGreaterThanOrEqual(70)
    expect(vulnerabilities.length).toBeGreaterThanOrEqual(220)
  })

  it('names the assets the platform must name', () => {
    const ids = assetTypes.map(({ id }) => id)
    for (const name of [
      'customer-data',
      'personal-information',
      'financial-records',
      'intellectual-property',
      'business-process',
      'employee-records',
      'contracts',
    ]) {
      expect(ids).toContain(`at-${name}`)
    }
  })

  it('uses every tier, category and source', () => {
    const used = (values: readonly string[]) => new Set(values).size
    expect(used(assetTypes.map(({ tier }) => tier))).toBe(3)
    expect(used(assetTypes.map(({ category }) => category))).toBe(9)
    expect(used(threats.map(({ source }) => source))).toBe(7)
    expect(used(vulnerabilities.map(({ category }) => category))).toBe(14)
  })

  it('reaches every asset type, threat and Annex A control', () => {
    const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)
    expect(underlinked(ids(assetTypes), (vulnerability) => vulnerability.assetTypes, 4)).toEqual([])
    expect(underlinked(ids(threats), (vulnerability) => vulnerability.threats, 2)).toEqual([])
    expect(annexA).toHaveLength(93)
    expect(underlinked(annexA, (vulnerability) => vulnerability.controls, 1)).toEqual([])
  })
})

describe('scenarios', () => {
  it.each(assetTypes.map(({ id }) => id))('proposes a workable number for %s', (id) => {
    const scenarios = scenariosFor(id)
    expect(scenarios.length).toBeGreaterThanOrEqual(6)
    expect(scenarios.length).toBeLessThanOrEqual(25)
    expect(repeated(scenarios.map(({ vulnerability, threat }) => `${vulnerability.id} ${threat.id}`))).toEqual([])
    for (const { vulnerability, threat } of scenarios) {
      expect(vulnerability.assetTypes).toContain(id)
      expect(vulnerability.threats).toContain(threat.id)
    }
  })

  it('does not give things the weaknesses of other things', () => {
    const categories = (id: string) => new Set(scenariosFor(id).map(({ vulnerability }) => vulnerability.category))
    for (const category of ['people', 'physical', 'ot', 'supplier'] as const) expect(categories('at-server')).not.toContain(category)
    for (const category of ['network', 'host', 'application', 'ot', 'cloud'] as const) {
      expect(categories('at-paper-documents')).not.toContain(category)
    }
  })

  it('refuses an unknown asset type rather than proposing nothing', () => {
    expect(() => scenariosFor('at-moon-base')).toThrow(new RangeError('unknown asset type: at-moon-base'))
  })
})

describe('wording', () => {
  const texts = (lang: 'en' | 'zh-CN') => entries.flatMap(({ title, description }) => [title[lang], description[lang]])

  it('has English without Chinese characters and Chinese with them', () => {
    for (const text of texts('en')) expect(text).not.toMatch(/\p{Script=Han}/u)
    for (const text of texts('zh-CN')) expect(text).toMatch(/\p{Script=Han}/u)
  })

  it('punctuates Chinese as Chinese and ends every description', () => {
    for (const text of texts('zh-CN')) expect(text).not.toMatch(/\p{Script=Han}[,;:!?]|[,;:!?]\p{Script=Han}/u)
    for (const { description } of entries) {
      expect(description.en).toMatch(/\.$/)
      expect(description['zh-CN']).toMatch(/。$/)
    }
  })

  it('puts a space between Chinese and Latin words', () => {
    for (const text of texts('zh-CN')) expect(text).not.toMatch(/\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u)
  })

  it('prints the words of the glossary', () => {
    const forbidden = /机密性|不可篡改|资产台账|成文信息|专项策略|风险登记册|涉密|豁免/
    for (const text of texts('zh-CN')) expect(text).not.toMatch(forbidden)
  })

  it('repeats no title or description', () => {
    for (const lang of ['en', 'zh-CN'] as const) {
      for (const list of [assetTypes, threats, vulnerabilities]) expect(repeated(list.map(({ title }) => title[lang]))).toEqual([])
      expect(repeated(entries.map(({ description }) => description[lang]))).toEqual([])
    }
  })

  it('says each kind of threat one way', () => {
    const kinds = new Set(threats.map(({ kind }) => `${kind.en} ${kind['zh-CN']}`))
    expect(new Set(threats.map(({ kind }) => kind.en)).size).toBe(kinds.size)
    expect(new Set(threats.map(({ kind }) => kind['zh-CN'])).size).toBe(kinds.size)
  })

  it('has aliases in both languages, none of which fits two asset types', () => {
    for (const { id, aliases } of assetTypes) {
      expect(aliases.some((alias) => /\p{Script=Han}/u.test(alias)), id).toBe(true)
      expect(aliases.some((alias) => /^[\x20-\x7e]+$/.test(alias)), id).toBe(true)
    }
    const names = assetTypes.flatMap(({ title, aliases }) => [title.en, title['zh-CN'], ...aliases].map((name) => name.toLowerCase()))
    expect(repeated(names)).toEqual([])
  })
})

describe('files', () => {
  it('stay readable', () => {
    for (const file of files) expect(readFileSync(file, 'utf8').split('\n').length, file).toBeLessThanOrEqual(600)
  })

  it('are read once and cannot be changed by a caller', () => {
    expect(knowledge()).toBe(knowledge())
    expect(knowledge().version).toBe(1)
    expect(Object.isFrozen(vulnerabilities[0]?.threats)).toBe(true)
    expect(Object.isFrozen(scenariosFor('at-server'))).toBe(true)
  })
})

describe('unsound content', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'heng-knowledge-'))
    for (const folder of folders) cpSync(join(import.meta.dirname, folder), join(root, folder), { recursive: true })
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  /** The problems found after one replacement in one file. */
  function problemsAfter(file: string, from: string, to: string): readonly string[] {
    const path = join(root, file)
    const before = readFileSync(path, 'utf8')
    expect(before).toContain(from)
    writeFileSync(path, before.replace(from, to))
    try {
      load(root)
    } catch (error) {
      if (error instanceof KnowledgeError) return error.problems
      throw error
    }
    return []
  }

  it('is accepted before it is damaged', () => {
    expect(load(root)).toEqual(knowledge())
  })

  it.each([
    ['a link to nowhere', 'vulnerabilities/network.yaml', 'th-lateral-movement', 'th-teleport', /network\.yaml: vu-flat-network: links to th-teleport/],
    ['a control that does not exist', 'vulnerabilities/network.yaml', 'A.8.20', 'A.8.35', /network\.yaml: vu-flat-network: controls: 0: no such/],
    ['an id used twice', 'threats/environment.yaml', 'id: th-flood', 'id: th-fire', /environment\.yaml: th-fire: this id occurs twice/],
    ['English where Chinese belongs', 'threats/environment.yaml', '"火灾"', '"Fire"', /environment\.yaml: th-fire: title: zh-CN: no Chinese/],
    ['a grade off the scale', 'threats/environment.yaml', 'frequency: 2', 'frequency: 6', /environment\.yaml: th-fire: frequency/],
    ['an unknown field', 'threats/environment.yaml', 'frequency: 2', 'frequency: 2\n  colour: red', /environment\.yaml: th-fire: .*colour/],
    ['an entry without id', 'threats/environment.yaml', '- id: th-fire\n  source', '- source', /environment\.yaml: entry 1: id/],
    ['broken YAML', 'threats/environment.yaml', '- id: th-fire', '- id: [th-fire', /^threats\/environment\.yaml: /],
  ])('names file and id for %s', (_, file, from, to, expected) => {
    expect(problemsAfter(file, from, to)).toContainEqual(expect.stringMatching(expected))
  })

  it('refuses a file that is not a list', () => {
    writeFileSync(join(root, 'threats/environment.yaml'), 'version: 1\n')
    expect(() => load(root)).toThrow('threats/environment.yaml: not a list of entries')
  })
})
