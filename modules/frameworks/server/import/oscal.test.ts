import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frameworks, importRequest } from '../../contract/index.ts'
import { file, frameworkWorld, importing } from '../test-world.fixture.ts'
import { keyOf } from './oscal.ts'

const corpus = '/work/shared/corpus/oscal'
const here = existsSync(corpus)
const at = (path: string) => readFileSync(join(corpus, path))

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await frameworkWorld()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

it('recognises a publication over its versions', () => {
  expect(keyOf('NIST Special Publication 800-53 Revision 5.1.1 HIGH IMPACT BASELINE')).toBe(
    keyOf('NIST Special Publication 800-53 Revision 5 HIGH IMPACT BASELINE'),
  )
  expect(keyOf('NIST SP 800-53')).not.toBe(keyOf('NIST SP 800-171'))
  expect(keyOf('NIST 800-53 LOW')).not.toBe(keyOf('NIST 800-53 HIGH'))
})

// Requirements, of which to be met: 800-53 counts after NIST's own tables, CSF 2.0 22 + 106, 800-171r3 97.
const catalogs: Record<string, [number, number]> = {
  '800-53r5/5.0.1/catalog-min.json': [1_209, 1_007],
  'csf-2.0/catalog.json': [225, 128],
}

describe.skipIf(!here)('every NIST file of the corpus', () => {
  const files = here ? globSync('{800-53r5/*,csf-2.0,800-171r3}/*.json', { cwd: corpus }).toSorted() : []

  it('is complete', () => expect(files.length).toBe(19))

  for (const path of files) {
    it(`previews and imports ${path}`, async () => {
      const own = await world.organisation()
      const imports = importing(world, own, await own.actor(['ismsManager']))
      const isProfile = basename(path).includes('profile-min')
      const body = {
        files: [file(basename(path), at(path)), ...(isProfile ? [file('catalog-min.json', at('800-53r5/5.0.1/catalog-min.json'))] : [])],
      }
      const preview = await imports.preview(body)
      expect(preview).toMatchObject({
        kind: 'oscal',
        errorCount: 0,
        present: null,
        earlier: null,
        licence: { verbatim: true, overlay: false },
      })
      expect(preview.counts.requirements).toBeGreaterThan(80)
      const done = await imports.apply({ ...body, sha256: preview.sha256 })
      const reader = await own.actor()
      const framework = await reader.call(frameworks.framework.get, { id: done.id })
      expect([framework.requirementCount, framework.assessableCount]).toEqual([preview.counts.requirements, preview.counts.assessable])
      if (catalogs[path]) expect([framework.requirementCount, framework.assessableCount]).toEqual(catalogs[path])
      const { nodes } = await reader.call(frameworks.framework.tree, { id: done.id })
      expect(nodes.length).toBe(preview.counts.requirements)
      const ids = new Set(nodes.map((n) => n.id))
      expect(nodes.every((n) => n.parent === null || ids.has(n.parent))).toBe(true)
      if (path.includes('HIGH')) {
        const { items } = await reader.call(frameworks.requirement.list, { filter: { ref: 'AC-2(1)', framework: done.id } })
        expect(items).toMatchObject([{ titleEn: 'Automated System Account Management', kind: 'enhancement', assessable: true }])
        expect(items[0]!.summaryEn).toContain('[Assignment:')
      }
    }, 60_000)
  }
})

describe.skipIf(!here)('OSCAL imports', () => {
  it('resolves a profile against a catalog that was imported earlier, and puts a newer version beside', async () => {
    const imports = importing(world, org, manager)
    const catalog = { files: [file('catalog-min.json', at('800-53r5/5.0.1/catalog-min.json'))] }
    await imports.apply({ ...catalog, sha256: (await imports.preview(catalog)).sha256 })
    const profile = { files: [file('LOW.json', at('800-53r5/5.0.1/LOW-baseline_profile-min.json'))] }
    const preview = await imports.preview(profile)
    expect(preview.counts.assessable).toBe(149)
    expect(preview.sources).toMatchObject([{ version: '5.0.1' }])
    const first = await imports.apply({ ...profile, sha256: preview.sha256 })
    expect(await imports.apply({ ...profile, sha256: preview.sha256 })).toEqual({ id: first.id, installed: false })

    const newer = { files: [file('LOW511.json', at('800-53r5/5.1.1/LOW-baseline-resolved-profile_catalog-min.json'))] }
    const second = await imports.preview(newer)
    expect(second.earlier).toMatchObject({ id: first.id, added: 0, removed: 0 })
    expect(second.earlier!.changed).toBeGreaterThan(0)
    const beside = await imports.apply({ ...newer, sha256: second.sha256 })
    expect((await manager.call(frameworks.framework.get, { id: first.id })).state).toBe('superseded')
    expect((await manager.call(frameworks.framework.get, { id: beside.id })).state).toBe('current')
    expect((await manager.call(frameworks.framework.tree, { id: first.id })).nodes.length).toBe(preview.counts.requirements)
  }, 60_000)

  it('refuses what is not OSCAL, lacks its import, or was changed after the preview', async () => {
    const own = await world.organisation()
    const imports = importing(world, own, await own.actor(['ismsManager']))
    const ssp = await imports.refused('import/preview', { files: [file('ssp.json', at('examples/ssp/ssp-example.json'))] })
    expect(ssp).toMatchObject({ code: 'framework.unreadable', status: 422 })
    expect(ssp.message).toContain('system-security-plan')
    const alone = { files: [file('LOW.json', at('800-53r5/5.0.1/LOW-baseline_profile-min.json'))] }
    expect((await imports.refused('import/preview', alone)).code).toBe('framework.importMissing')
    const csf = { files: [file('csf.json', at('csf-2.0/catalog.json'))] }
    const { sha256 } = await imports.preview(csf)
    const other = { files: [file('171.json', at('800-171r3/catalog.json'))], sha256 }
    expect((await imports.refused('import/apply', other)).code).toBe('framework.changedSince')
    const employee = importing(world, own, await own.actor())
    expect((await employee.refused('import/preview', csf)).status).toBe(403)
  }, 60_000)
})

describe('broken documents', () => {
  it('are refused with their place, in the language of the caller', async () => {
    const imports = importing(world, org, manager)
    const broken = await imports.refused('import/preview', { files: [file('x.json', '{"catalog":{"uuid":"x"')] })
    expect(broken.code).toBe('framework.unreadable')
    const shape = await imports.refused('import/preview', { files: [file('x.json', JSON.stringify({ catalog: { uuid: 'x' } }))] })
    expect(shape.message).toContain('$.catalog')
    expect((await imports.refused('import/preview', { files: [] })).code).toBe('invalid')
    expect(importRequest.safeParse({ files: [{ name: 'x', base64: '***' }] }).success).toBe(false)
  })
})
