import type { CatalogueResource, Provenance } from './catalogue.ts'
import type { Metadata, Resource } from './schema.ts'

const LICENCE = /^(?:licen[cs]e|rights|copyright)$/i

/** Gathers who made the document, on what terms, and where its original is. */
export function provenanceOf(metadata: Metadata, resources: readonly Resource[], sources: Provenance['sources']): Provenance {
  const links = (metadata.links ?? []).flatMap(({ rel, href }) =>
    addresses(href, resources).map((address) => ({ rel: rel ?? null, href: address })),
  )
  const names = new Map(metadata.parties?.map((party) => [party.uuid, party.name ?? party.uuid]))
  const parties = (metadata['responsible-parties'] ?? []).flatMap((responsible) =>
    responsible['party-uuids'].map((uuid) => ({ role: responsible['role-id'], name: names.get(uuid) ?? uuid })),
  )
  return {
    published: metadata.published ?? null,
    licences: [
      ...(metadata.props ?? []).filter((prop) => LICENCE.test(prop.name)).map((prop) => prop.value),
      ...links.filter((link) => LICENCE.test(link.rel ?? '')).map((link) => link.href),
    ],
    parties,
    links,
    remarks: metadata.remarks ?? null,
    sources,
  }
}

/** The document's own identifier, so that a newer version of the same publication can be recognised. */
export function documentId(metadata: Metadata, uuid: string): string {
  const framework = metadata.props?.find((prop) => prop.name === 'framework-version-identifier')
  return metadata['document-ids']?.[0]?.identifier ?? framework?.value ?? uuid
}

/** A resource in neutral form. */
export function resourceOf(resource: Resource): CatalogueResource {
  return {
    uuid: resource.uuid,
    title: resource.title ?? null,
    text: resource.citation?.text.trim() ?? resource.description ?? null,
    hrefs: resource.rlinks?.map((link) => link.href) ?? [],
  }
}

function addresses(href: string, resources: readonly Resource[]): string[] {
  const resource = href.startsWith('#') ? resources.find((each) => each.uuid === href.slice(1)) : undefined
  return resource?.rlinks?.map((link) => link.href) ?? [href]
}
