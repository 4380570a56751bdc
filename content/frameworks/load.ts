import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'
import { catalogueProblems, mappingProblems } from './rules.ts'
import { type Catalogue, CatalogueFile, type Mapping, MappingFile, NodeFile } from './schema.ts'

/** Content that cannot be used. The message names the file and, where there is one, the node or pair. */
export class ContentError extends Error {
  readonly file: string
  readonly problems: readonly string[]

  constructor(file: string, problems: readonly string[]) {
    super(`${file}\n${problems.map((problem) => `  ${problem}`).join('\n')}`)
    this.name = 'ContentError'
    this.file = file
    this.problems = problems
  }
}

export interface Content {
  readonly catalogues: readonly Catalogue[]
  readonly mappings: readonly Mapping[]
}

/**
 * Reads a folder of catalogues (`<id>.yaml`, or `<id>/catalogue.yaml` with its parts) and its `mappings/`.
 * @throws ContentError for the first file that does not parse, does not fit its schema or breaks a rule.
 */
export function load(root: string): Content {
  const catalogues = catalogueFiles(root).map(({ id, file, folder }) => {
    const catalogue = readCatalogue(root, file, folder)
    refuse(root, file, [...idProblems(catalogue.id, id), ...catalogueProblems(catalogue)])
    return freeze(catalogue)
  })
  const mappings = yamlFiles(join(root, 'mappings')).map((name) => {
    const file = join(root, 'mappings', name)
    const mapping: Mapping = readYaml(root, file, MappingFile)
    refuse(root, file, [...idProblems(mapping.id, stem(name)), ...mappingProblems(mapping, catalogues)])
    return freeze(mapping)
  })
  return { catalogues, mappings }
}

function catalogueFiles(root: string): { id: string; file: string; folder: string }[] {
  const single = yamlFiles(root).map((name) => ({ id: stem(name), file: join(root, name), folder: root }))
  const split = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'catalogue.yaml')))
    .map(({ name }) => ({ id: name, file: join(root, name, 'catalogue.yaml'), folder: join(root, name) }))
  return [...single, ...split].sort((a, b) => (a.id < b.id ? -1 : 1))
}

function readCatalogue(root: string, file: string, folder: string): Catalogue {
  const read = readYaml(root, file, CatalogueFile)
  if ('nodes' in read) return read
  const { parts, ...head } = read
  return { ...head, nodes: parts.flatMap((part) => readYaml(root, join(folder, part), NodeFile).nodes) }
}

function readYaml<S extends z.ZodType>(root: string, file: string, schema: S): z.output<S> {
  let data: unknown
  try {
    data = parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new ContentError(relative(root, file), [error instanceof Error ? error.message : String(error)])
  }
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw new ContentError(relative(root, file), flatten(result.error.issues).map((issue) => `${place(data, issue.path)}: ${issue.message}`))
}

/** A union reports one issue that hides those of its branches; the branch with the fewest is the one meant. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue]
    const [closest] = issue.errors.toSorted((a, b) => a.length - b.length)
    return closest ? flatten(closest) : [issue]
  })
}

/** `nodes.12.title.en` means little to an author: say `node A.5.9: title.en`. */
function place(data: unknown, path: readonly PropertyKey[]): string {
  const [list, index, ...rest] = path
  if (typeof list !== 'string' || typeof index !== 'number') return path.join('.') || 'file'
  const entry = (data as Record<string, Record<string, unknown>[]>)[list]?.[index]
  const name = entry?.['ref'] ?? (entry?.['source'] ? `${entry['source']} → ${entry['target']}` : `#${index + 1}`)
  return `${list.replace(/s$/, '')} ${name}${rest.length > 0 ? `: ${rest.join('.')}` : ''}`
}

function refuse(root: string, file: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new ContentError(relative(root, file), problems)
}

const idProblems = (id: string, expected: string): string[] => (id === expected ? [] : [`id is ${id}, but the name on disk says ${expected}`])
const stem = (name: string): string => name.replace(/\.yaml$/, '')
const yamlFiles = (folder: string): string[] =>
  existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort() : []

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(freeze)
  return value
}
