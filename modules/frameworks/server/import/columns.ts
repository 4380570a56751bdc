/** Columns of a framework table by what people call them, in either language. */
const names: Readonly<Record<string, readonly string[]>> = {
  ref: ['ref', 'reference', 'number', 'no', 'no.', 'id', 'code', 'clause', '编号', '条款号', '序号', '条款'],
  parent: ['parent', 'parent ref', 'part of', '上级', '上级编号', '父级'],
  titleEn: ['title', 'title en', 'title (english)', 'name', '英文标题', '英文名称'],
  titleZh: ['title zh', 'title (chinese)', '标题', '名称', '中文标题', '中文名称', '控制点'],
  summaryEn: ['summary', 'summary en', 'summary (english)', 'description', 'text', '摘要（英文）', '英文摘要'],
  summaryZh: ['summary zh', 'summary (chinese)', '摘要', '说明', '描述', '要求', '内容'],
  guidanceEn: ['guidance', 'guidance en', '指引（英文）'],
  guidanceZh: ['guidance zh', 'guidance (chinese)', '指引', '指南'],
  assessable: ['assessable', 'to be met', '须满足', '是否要求'],
  overlay: ['overlay', 'licensed text', '原文', '标准原文'],
}
export type TableColumn =
  | 'ref'
  | 'parent'
  | 'titleEn'
  | 'titleZh'
  | 'summaryEn'
  | 'summaryZh'
  | 'guidanceEn'
  | 'guidanceZh'
  | 'assessable'
  | 'overlay'

const plain = (text: string): string =>
  text.normalize('NFKC').trim().toLowerCase().replace(/[_-]+/g, ' ').replace(/（/g, '(').replace(/）/g, ')')

/** Index of each known column in a header; the first of several that mean the same. */
export const columnsOf = (header: readonly string[]): Partial<Record<TableColumn, number>> => {
  const found: Partial<Record<TableColumn, number>> = {}
  const byName = new Map(
    Object.entries(names).flatMap(([column, list]) => list.map((name) => [plain(name), column as TableColumn] as const)),
  )
  header.forEach((name, index) => {
    const column = byName.get(plain(name))
    if (column !== undefined) found[column] ??= index
  })
  return found
}

export const columnNames = (column: TableColumn): string => names[column]!.join(', ')
