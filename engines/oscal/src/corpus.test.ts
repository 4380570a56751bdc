import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Catalogue, countNodes } from './catalogue.ts'
import { resolveProfile } from './profile/resolve.ts'
import { parseCatalog } from './read.ts'

const CORPUS = '/work/shared/corpus/oscal'
const read = (file: string): Buffer => readFileSync(`${CORPUS}/${file}`)
const BASELINES = ['LOW', 'MODERATE', 'HIGH', 'PRIVACY'] as const

/** The full 5.1.1 catalog is not in the corpus; 5.0.1 has the same controls. */
function resolve(version: string, baseline: string): Promise<Catalogue> {
  const catalog = read('800-53r5/5.0.1/catalog-min.json')
  return resolveProfile(read(`800-53r5/${version}/${baseline}-baseline_profile-min.json`), async (href) =>
    /NIST_SP-800-53_rev5_catalog\.(?:xml|json)$/.test(href) ? catalog : undefined,
  )
}

function resolvedByNist(version: string, baseline: string): Catalogue {
  return parseCatalog(read(`800-53r5/${version}/${baseline}-baseline-resolved-profile_catalog-min.json`))
}

const controls = (catalogue: Catalogue): number => catalogue.nodes.filter((node) => node.kind !== 'group').length

describe.skipIf(!existsSync(CORPUS))(`NIST documents in ${CORPUS} (skipped when that folder is missing)`, () => {
  it.each([
    ['800-53r5/5.0.1/catalog-min.json', { groups: 20, controls: 322, enhancements: 867, withdrawn: 182 }],
    ['800-171r3/catalog.json', { groups: 17, controls: 130, enhancements: 97, withdrawn: 33 }],
    ['csf-2.0/catalog.json', { groups: 6, controls: 34, enhancements: 185, withdrawn: 91 }],
    ['examples/catalog/basic-catalog.json', { groups: 4, controls: 4, enhancements: 0, withdrawn: 0 }],
  ])('%s', (file, counts) => {
    const catalogue = parseCatalog(read(file))
    expect(countNodes(catalogue)).toEqual(counts)
    const texts = catalogue.nodes.flatMap((node) => [node.title, node.prose, node.guidance, ...node.examples])
    expect(texts.filter((text) => text.includes('{{'))).toEqual([])
    expect(catalogue.warnings.filter((warning) => warning.code === 'unknown-param')).toEqual([])
  })

  it('leaves 22 categories and 106 subcategories of CSF 2.0', () => {
    const { nodes, warnings } = parseCatalog(read('csf-2.0/catalog.json'))
    const current = nodes.filter((node) => !node.withdrawn)
    expect(current.filter((node) => node.class === 'category')).toHaveLength(22)
    expect(current.filter((node) => node.class === 'subcategory')).toHaveLength(106)
    expect(warnings).toMatchObject([{ code: 'withdrawn-by-rule', found: 91 }])
  })

  it.each([
    ['5.0.1', [149, 287, 370, 90]],
    ['5.1.1', [149, 287, 370, 102]],
  ])('reads the baselines that NIST resolved, %s', (version, counts) => {
    expect(BASELINES.map((baseline) => controls(resolvedByNist(version, baseline)))).toEqual(counts)
  })

  it.each(['LOW', 'MODERATE', 'HIGH'])('resolves 5.0.1 %s to exactly what NIST resolved it to', async (baseline) => {
    const [own, nist] = [await resolve('5.0.1', baseline), resolvedByNist('5.0.1', baseline)]
    expect(own.nodes).toEqual(nist.nodes)
    expect(own.resources).toEqual(nist.resources)
    expect(own.warnings).toEqual([])
  })

  it.each(BASELINES)('resolves 5.1.1 %s to the same controls in the same places', async (baseline) => {
    const place = (catalogue: Catalogue): string[] => catalogue.nodes.map((node) => `${node.parent}/${node.ref}`)
    expect(place(await resolve('5.1.1', baseline))).toEqual(place(resolvedByNist('5.1.1', baseline)))
  })

  it('keeps the enhancements of PRIVACY whose parents are not selected', async () => {
    // NIST's resolver of 2021 lost these six; its later one, like the specification, keeps them under their parents.
    const own = await resolve('5.0.1', 'PRIVACY')
    expect(own.nodes.filter((node) => node.implicit).map((node) => node.ref)).toEqual(['ac-3', 'au-3', 'pe-8', 'pm-5', 'sa-8', 'sc-7'])
    expect(controls(own)).toBe(102)
    const refs = new Set(own.nodes.map((node) => node.ref))
    expect(resolvedByNist('5.0.1', 'PRIVACY').nodes.filter((node) => !refs.has(node.ref))).toEqual([])
  })

  it.each(['ssp/ssp-example.json', 'poam/ifa_plan-of-action-and-milestones.json'])('refuses %s by its model', (file) => {
    expect(() => parseCatalog(read(`examples/${file}`))).toThrow(/allowed: catalog, profile/)
  })
})
