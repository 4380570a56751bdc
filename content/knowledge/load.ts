import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type AssetType, AssetTypeEntry, type Threat, ThreatEntry, type Vulnerability, VulnerabilityEntry } from './schema.ts'

/** Content that cannot be used. Each problem names the file and, where there is one, the id of the entry. */
export class KnowledgeError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'KnowledgeError'
    this.problems = problems
  }
}

/** The knowledge base. `version` is that of the shape, not of the content. */
export interface Knowledge {
  readonly version: 1
  readonly assetTypes: readonly AssetType[]
  readonly threats: readonly Threat[]
  readonly vulnerabilities: readonly Vulnerability[]
}

interface Entry<T> {
  readonly file: string
  readonly value: T
}

/**
 * Reads `asset-types/`, `threats/` and `vulnerabilities/` below a folder and freezes what it finds.
 * @throws KnowledgeError where an entry does not fit its schema, an id occurs twice or a link leads nowhere.
 */
export function load(root: string): Knowledge {
  const problems: string[] = []
  const assetTypes = readFolder(root, 'asset-types', AssetTypeEntry, problems)
  const threats = readFolder(root, 'threats', ThreatEntry, problems)
  const vulnerabilities = readFolder(root, 'vulnerabilities', VulnerabilityEntry, problems)

  const known = new Set<string>()
  for (const { file, value } of [...assetTypes, ...threats, ...vulnerabilities]) {
    if (known.has(value.id)) problems.push(`${file}: ${value.id}: this id occurs twice`)
    known.add(value.id)
  }
  // An entry that failed its schema is missing from `known`; reporting links to it as well would only hide the cause.
  if (problems.length === 0) {
    for (const { file, value } of vulnerabilities) {
      for (const link of [...value.assetTypes, ...value.threats]) {
        if (!known.has(link)) problems.push(`${file}: ${value.id}: links to ${link}, which does not exist`)
      }
    }
  }
  if (problems.length > 0) throw new KnowledgeError(problems)

  const values = <T>(entries: readonly Entry<T>[]): T[] => entries.map(({ value }) => value)
  return freeze({
    version: 1,
    assetTypes: values(assetTypes),
    threats: values(threats),
    vulnerabilities: values(vulnerabilities),
  })
}

function readFolder<S extends z.ZodType>(root: string, folder: string, schema: S, problems: string[]): Entry<z.output<S>>[] {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.yaml'))
  return names.sort().flatMap((name) => {
    const file = `${folder}/${name}`
    const list = readList(join(root, file))
    if (typeof list === 'string') {
      problems.push(`${file}: ${list}`)
      return []
    }
    return list.flatMap((raw, index) => {
      const result = schema.safeParse(raw)
      if (result.success) return [{ file, value: result.data }]
      const label = z.object({ id: z.string() }).safeParse(raw).data?.id ?? `entry ${index + 1}`
      problems.push(...result.error.issues.map(({ path, message }) => `${file}: ${label}: ${[...path, message].join(': ')}`))
      return []
    })
  })
}

/** The entries of a file, or the reason why there are none. */
function readList(path: string): unknown[] | string {
  try {
    const data: unknown = parse(readFileSync(path, 'utf8'))
    return Array.isArray(data) ? data : 'not a list of entries'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
