import type { Ctx } from '@heng/server-kit'
import { shippedCatalogues } from '../catalogue/shipped.ts'
import { installedVersions } from './store.ts'

/** Catalogues of this installation, each with its record here or the older version that it could stand beside. */
export const shipped = async (ctx: Ctx) => {
  const catalogues = shippedCatalogues()
  const versions = await installedVersions(
    ctx,
    catalogues.map(({ catalogue }) => catalogue.key),
  )
  return {
    items: catalogues.map(({ catalogue: c, hash }) => {
      const own = versions.filter((v) => v.key === c.key)
      const installed = own.find((v) => v.contentHash === hash)?.id ?? null
      return {
        key: c.key,
        title: c.title,
        edition: c.edition,
        version: c.version,
        publisher: c.publisher ?? '',
        licence: c.licenceNote,
        requirements: c.nodes.length,
        assessable: c.nodes.filter((n) => n.assessable).length,
        installed,
        older: installed === null ? (own.find((v) => v.state === 'current')?.id ?? null) : null,
      }
    }),
  }
}
