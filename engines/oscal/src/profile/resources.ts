import type { Resource } from '../schema.ts'

const REFERENCE = /#([0-9A-Za-z][\w-]*)/g

/**
 * The resources that anything in the result links to, or that say they are always kept; of two with one uuid the last.
 * Source: NIST OSCAL profile resolution, "Back matter".
 */
export function referenced(resources: readonly Resource[], content: readonly unknown[]): Resource[] {
  const targets = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') for (const [, target = ''] of value.matchAll(REFERENCE)) targets.add(target)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  content.forEach(collect)
  const always = (resource: Resource): boolean => resource.props?.some((prop) => prop.name === 'keep' && prop.value === 'always') ?? false
  const byUuid = new Map<string, Resource>()
  for (const resource of resources) {
    if (targets.has(resource.uuid) || always(resource)) byUuid.set(resource.uuid, resource)
  }
  return [...byUuid.values()]
}
