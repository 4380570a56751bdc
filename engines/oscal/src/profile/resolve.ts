import type { Catalogue, Provenance } from '../catalogue.ts'
import { type OscalInput, parseDocument } from '../document.ts'
import { DEFAULT_LIMITS, type OscalLimits } from '../limits.ts'
import { paramsOf } from '../params.ts'
import { OscalError, problem, type OscalProblem } from '../problem.ts'
import { catalogueOf, type OscalOptions } from '../read.ts'
import type { ControlTree, Param, Resource } from '../schema.ts'
import { merge } from './merge.ts'
import { modify } from './modify.ts'
import { referenced } from './resources.ts'
import type { Profile } from './schema.ts'
import { select } from './select.ts'

/**
 * Fetches an imported document; undefined when it is not there. The engine itself reads no file and no network, so the
 * caller decides what an href may reach.
 *
 * @param href as written in the profile
 * @param importer href of the document that imports it, to resolve relative ones; undefined for the outermost
 */
export type Resolver = (href: string, importer: string | undefined) => Promise<OscalInput | undefined>

/**
 * Resolves an OSCAL profile into a catalogue: import, merge, modify.
 *
 * @throws OscalError `import-missing`, `import-loop`, `imports`, and all of `parseCatalog`, naming the document
 * @see https://pages.nist.gov/OSCAL/concepts/processing/profile-resolution/
 */
export async function resolveProfile(input: OscalInput, resolver: Resolver, options: OscalOptions = {}): Promise<Catalogue> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const document = parseDocument(input, limits)
  if (document.model !== 'profile') throw new OscalError('model', { path: '$', found: document.model, allowed: 'profile' })
  const { profile } = document
  const resolution = new Resolution(resolver, limits)
  const resolved = await resolution.profile(profile, undefined, [])
  return catalogueOf(
    {
      ...resolved,
      kind: 'profile',
      uuid: profile.uuid,
      metadata: profile.metadata,
      path: '$.profile',
      sources: resolution.sources,
      warnings: resolution.warnings,
    },
    limits,
  )
}

/** A catalog as imported, or a resolved profile. */
interface Resolved {
  tree: ControlTree
  resources: Resource[]
  otherParams: Param[]
  implicit: Set<string>
}

class Resolution {
  readonly sources: Provenance['sources'] = []
  readonly warnings: OscalProblem[] = []
  private readonly resolver: Resolver
  private readonly limits: OscalLimits
  private imports = 0

  constructor(resolver: Resolver, limits: OscalLimits) {
    this.resolver = resolver
    this.limits = limits
  }

  /** @param chain uuids of the profiles that are being resolved around this one */
  async profile(profile: Profile, own: string | undefined, chain: readonly string[]): Promise<Resolved> {
    if (chain.includes(profile.uuid)) throw new OscalError('import-loop', { found: [...chain, profile.uuid].join(' → ') })
    const imported: (Resolved & { ids: Set<string>; all: boolean })[] = []
    for (const [index, each] of profile.imports.entries()) {
      const path = `$.profile.imports[${index}]`
      const source = await this.import(profile, each.href, own, [...chain, profile.uuid], `${path}.href`)
      const { ids, all, unknown } = select(source.tree, each)
      for (const found of unknown) this.warnings.push(problem('unknown-control', { path, document: own, found }))
      imported.push({ ...source, ids, all })
    }
    const merged = merge(imported, profile.merge)
    // Later steps change what they were given; the imported documents must not see it.
    const tree = structuredClone(merged.tree)
    const kept = new Set([...paramsOf(tree)].map((param) => param.id))
    const candidates = imported.flatMap((each) => [...paramsOf(each.tree), ...each.otherParams])
    const otherParams = structuredClone(candidates.filter((param) => !kept.has(param.id)))
    this.warnings.push(...merged.warnings, ...modify(tree, otherParams, profile.modify))
    const resources = [...imported.flatMap((each) => each.resources), ...(profile['back-matter']?.resources ?? [])]
    const inherited = imported.flatMap((each) => (each.all ? [...each.implicit].filter((id) => each.ids.has(id)) : []))
    const implicit = new Set([...merged.implicit, ...inherited])
    return { tree, otherParams, implicit, resources: referenced(resources, [tree, profile.metadata]) }
  }

  private async import(
    profile: Profile,
    href: string,
    importer: string | undefined,
    chain: readonly string[],
    path: string,
  ): Promise<Resolved> {
    if (++this.imports > this.limits.imports) throw new OscalError('imports', { path, document: importer, allowed: this.limits.imports })
    const { input, address } = await this.fetch(profile, href, importer, path)
    try {
      const document = parseDocument(input, this.limits)
      const { uuid, metadata } = document.model === 'catalog' ? document.catalog : document.profile
      this.sources.push({ uuid, title: metadata.title, version: metadata.version })
      if (document.model === 'profile') return await this.profile(document.profile, address, chain)
      const { catalog } = document
      return {
        tree: catalog,
        resources: catalog['back-matter']?.resources ?? [],
        otherParams: [],
        implicit: new Set(),
      }
    } catch (error) {
      throw error instanceof OscalError && error.problem.document === undefined ? error.inDocument(address) : error
    }
  }

  /** An href may name a resource of the profile's back matter: embedded, or at several addresses, JSON first. */
  private async fetch(
    profile: Profile,
    href: string,
    importer: string | undefined,
    path: string,
  ): Promise<{ input: OscalInput; address: string }> {
    const resource = href.startsWith('#') ? profile['back-matter']?.resources?.find((each) => `#${each.uuid}` === href) : undefined
    if (resource?.base64) return { input: Buffer.from(resource.base64.value, 'base64'), address: href }
    const links = (resource?.rlinks ?? []).toSorted((a, b) => Number(isJson(b)) - Number(isJson(a)))
    const addresses = href.startsWith('#') ? links.map((link) => link.href) : [href]
    for (const address of addresses) {
      const input = await this.resolver(address, importer)
      if (input !== undefined) return { input, address }
    }
    throw new OscalError('import-missing', {
      path,
      document: importer,
      found: [href, ...addresses.filter((each) => each !== href)].join(', '),
    })
  }
}

function isJson(link: { href: string; 'media-type'?: string }): boolean {
  return (link['media-type'] ?? link.href).endsWith('json')
}
