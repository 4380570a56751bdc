import { HengError, type Locale } from '@heng/contract'
import type { TableOptions } from '../../contract/import.ts'
import type { Catalogue, CatalogueNode } from '../catalogue/model.ts'
import type { SentFile } from './files.ts'
import type { Incoming } from './incoming.ts'
import { readRows, type RowError, type TableRow } from './rows.ts'

/** Reads a catalogue from a table: one row per requirement, its number and a title in at least one language. */
export const readTableCatalogue = async (file: SentFile, options: TableOptions, locale: Locale): Promise<Incoming> => {
  const read = await readRows(file.bytes, ['ref'], locale)
  const errors = [...read.errors]
  const nodes = nodesOf(read.rows, errors)
  if (read.rows.length === 0) throw new HengError('framework.empty')
  const own = options.licence === 'ownWording'
  const catalogue: Catalogue = {
    key: `csv:${(options.nameEn ?? options.nameZh ?? file.name).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`.slice(0, 280),
    kind: 'csv',
    title: { en: options.nameEn, 'zh-CN': options.nameZh },
    edition: { en: options.editionEn, 'zh-CN': options.editionZh },
    version: options.version,
    publisher: options.publisher,
    licence: options.licence,
    licenceNote: { en: options.licenceNote, 'zh-CN': options.licenceNote },
    provenance: { en: `Imported from the table “${file.name}”.`, 'zh-CN': `由表格“${file.name}”导入。` },
    overlay: !own && options.licence !== 'verbatim',
    nodes,
  }
  return { catalogue, stated: options.licenceNote === null ? [] : [options.licenceNote], sources: [], warnings: [], errors, documents: [] }
}

const row = (line: number, en: string, zh: string): RowError => ({ line, en, 'zh-CN': zh })
const yes = /^(1|y|yes|true|x|是|√)$/i
const no = /^(0|n|no|false|否|×)$/i

/** Where a table names no parents, `8.1.4.2` belongs to the longest number before it that it begins with. */
const parentOf = (ref: string, known: ReadonlySet<string>): string | null => {
  for (let at = ref.length - 1; at > 0; at--) {
    if (/[.\-(]/.test(ref[at]!) && known.has(ref.slice(0, at))) return ref.slice(0, at)
  }
  return null
}

const limits = { ref: 200, titleEn: 500, titleZh: 500, summaryEn: 60_000, summaryZh: 60_000 } as const

const nodesOf = (rows: readonly TableRow[], errors: RowError[]): CatalogueNode[] => {
  const known = new Set<string>()
  const nodes: (CatalogueNode & { given: boolean | null })[] = []
  for (const { line, cell } of rows) {
    const ref = cell('ref')
    if (ref === null) {
      errors.push(row(line, 'the number is missing', '缺少编号'))
      continue
    }
    if (known.has(ref)) {
      errors.push(row(line, `the number ${ref} occurs twice`, `编号 ${ref} 重复`))
      continue
    }
    const [en, zh] = [cell('titleEn'), cell('titleZh')]
    if (en === null && zh === null) errors.push(row(line, `${ref} has no title`, `${ref} 缺少标题`))
    const parent = cell('parent') ?? parentOf(ref, known)
    if (parent !== null && !known.has(parent))
      errors.push(row(line, `${ref}: its parent ${parent} does not stand before it`, `${ref} 的上级 ${parent} 未在其之前出现`))
    for (const [column, most] of Object.entries(limits)) {
      if ((cell(column as 'ref')?.length ?? 0) > most)
        errors.push(row(line, `${ref}: ${column} is longer than ${most} characters`, `${ref}：${column} 超过 ${most} 字符`))
    }
    const said = cell('assessable')
    if (said !== null && !yes.test(said) && !no.test(said))
      errors.push(row(line, `${ref}: “${said}” is neither yes nor no`, `${ref}：“${said}”应为是或否`))
    known.add(ref)
    nodes.push({
      ref,
      parent,
      title: { en, 'zh-CN': zh },
      summary: { en: cell('summaryEn'), 'zh-CN': cell('summaryZh') },
      guidance: { en: cell('guidanceEn'), 'zh-CN': cell('guidanceZh') },
      kind: 'item',
      assessable: true,
      withdrawn: false,
      items: null,
      attributes: {},
      given: said === null ? null : yes.test(said),
    })
  }
  const parents = new Set(nodes.map((n) => n.parent))
  // A number with numbers below it is a heading unless the table says otherwise.
  return nodes.map(({ given, ...node }) => {
    const heading = parents.has(node.ref)
    return { ...node, kind: heading ? 'group' : 'item', assessable: given ?? !heading }
  })
}
