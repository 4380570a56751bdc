import type { Ctx } from '@heng/server-kit'
import type { ImportPreview } from '../../contract/catalogue.ts'
import type { ImportRequest } from '../../contract/import.ts'
import { diffCatalogues } from '../catalogue/diff.ts'
import { contentHash, type CatalogueNode } from '../catalogue/model.ts'
import { installedVersions } from '../framework/store.ts'
import { comparableOf } from '../framework/upgrade.ts'
import { readIncoming } from './read.ts'

const most = 100

const levelsOf = (nodes: readonly CatalogueNode[]): Map<string, number> => {
  const levels = new Map<string, number>()
  for (const node of nodes) levels.set(node.ref, node.parent === null ? 0 : (levels.get(node.parent) ?? 0) + 1)
  return levels
}

/** What an import would bring, in counts, licence, errors and difference to what is here. Writes nothing. */
export const preview = async (ctx: Ctx, request: ImportRequest): Promise<ImportPreview> => {
  const { catalogue, sha256, stated, sources, warnings, errors } = await readIncoming(ctx, request)
  const { nodes } = catalogue
  const versions = await installedVersions(ctx, [catalogue.key])
  const present = versions.find((v) => v.contentHash === contentHash(catalogue))
  const earlier = present === undefined ? versions.find((v) => v.state === 'current') : undefined
  const diff = earlier === undefined ? null : diffCatalogues(await comparableOf(ctx, earlier.id), nodes)
  const levels = levelsOf(nodes)
  return {
    kind: catalogue.kind === 'csv' ? 'csv' : 'oscal',
    sha256,
    key: catalogue.key,
    title: catalogue.title,
    edition: catalogue.edition,
    version: catalogue.version,
    publisher: catalogue.publisher,
    counts: {
      requirements: nodes.length,
      assessable: nodes.filter((n) => n.assessable).length,
      groups: nodes.filter((n) => n.kind === 'group').length,
      withdrawn: nodes.filter((n) => n.withdrawn).length,
    },
    licence: { stated: [...stated], verbatim: catalogue.licence === 'verbatim', overlay: catalogue.overlay },
    sources: [...sources],
    warnings: warnings.slice(0, most),
    warningCount: warnings.length,
    errors: errors.slice(0, most),
    errorCount: errors.length,
    sample: nodes.slice(0, 12).map((n) => ({ ref: n.ref, title: n.title, level: levels.get(n.ref) ?? 0 })),
    earlier:
      diff === null
        ? null
        : {
            id: earlier!.id,
            reference: earlier!.reference,
            added: diff.added.length,
            removed: diff.removed.length,
            changed: diff.changed.length,
          },
    present: present?.id ?? null,
  }
}
