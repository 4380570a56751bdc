import type { Json } from '../../input/jsonRecords.ts'
import { advisories, labelled, lines } from '../advisories.ts'
import type { Draft } from '../draft.ts'
import type { FoundComponent, Stance } from '../finding.ts'
import { list, pointer, text, texts } from '../nodes.ts'
import { packageUrl } from '../packageUrl.ts'
import type { JsonReader } from '../reader.ts'

const stances: Readonly<Record<string, Stance>> = { not_affected: 'not-affected', affected: 'open', fixed: 'fixed', under_investigation: 'open' }

type Component = Partial<FoundComponent> & { readonly name: string }

/** A product or a part of one: an id, mostly a package URL, or an object that has one. */
const componentOf = (product: Json): Component | null => {
  const id = text(product) ?? text(product, '@id') ?? text(product, 'identifiers', 'purl') ?? text(product, 'identifiers', 'cpe23') ?? text(product, 'identifiers', 'cpe22')
  return packageUrl(id) ?? packageUrl(text(product, 'identifiers', 'purl')) ?? (id === null ? null : { name: id })
}

/** Every product, or every named part of it: the part is what has the flaw, the product where it was found. */
const affectedBy = (statement: Json): (Component | null)[] => {
  const general = list(statement, 'subcomponents')
  const all = list(statement, 'products').flatMap((product) => {
    const whole = componentOf(product)
    const parts = [...list(product, 'subcomponents'), ...general].flatMap((part) => componentOf(part) ?? [])
    return parts.length === 0 ? [whole] : parts.map((part) => ({ ...part, path: whole?.purl ?? whole?.name ?? null }))
  })
  return all.length === 0 ? [null] : all
}

/** OpenVEX: one finding for each product of each statement, with what the statement says of it. https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md */
export const reader: JsonReader = {
  id: 'openvex',
  name: 'OpenVEX',
  kind: 'json',
  detect: ({ keys, text: head }) => keys.has('@context') && /"@context"\s*:\s*(?:\[\s*)?"https?:\/\/(?:[\w.-]*\.)?openvex\.dev\//.test(head),
  paths: [['statements', '*']],
  needsContext: true,
  read: ({ value: statement, keys }, { context }) => {
    const vulnerability = text(statement, 'vulnerability')
    const id = vulnerability ?? text(statement, 'vulnerability', 'name') ?? text(statement, 'vulnerability', '@id')
    const status = text(statement, 'status')
    const evidence = lines(...['status', 'justification', 'impact_statement', 'status_notes', 'supplier'].map((key) => labelled(key, text(statement, key))))
    return affectedBy(statement).map((component): Draft => ({
      rule: id,
      title: [id, component?.name].filter((t) => t != null).join(' in '),
      description: text(statement, 'vulnerability', 'description') ?? text(statement, 'vuln_description'),
      solution: text(statement, 'action_statement'),
      references: [text(statement, 'vulnerability', '@id')].filter((one) => /^https?:/.test(one ?? '')),
      identifiers: advisories(id, ...texts(statement, 'vulnerability', 'aliases')),
      stance: stances[status ?? ''] ?? 'open',
      component,
      evidence,
      firstSeen: text(statement, 'timestamp') ?? text(context, 'timestamp'),
      lastSeen: text(statement, 'last_updated') ?? text(context, 'last_updated') ?? text(statement, 'timestamp') ?? text(context, 'timestamp'),
      record: pointer(keys),
    }))
  },
}
