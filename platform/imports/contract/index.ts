import { operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { mapping } from './mapping.ts'
import { importNoun } from './noun.ts'
import { rowActions, rowPage } from './row.ts'
import { details } from './session.ts'

export { importNoun, importStates, type ImportState } from './noun.ts'
export { confidences, mapping, type ColumnProposal, type Confidence, type Mapping } from './mapping.ts'
export { rowActions, type RowAction, type RowCounts, type StagedRow } from './row.ts'
export type { MatchKey, Reading, UnknownValue } from './session.ts'

const { list, get } = registerOperations(importNoun, '/imports')
const versioned = { id: z.uuid(), version: z.int().min(1) }
const how = {
  sheet: z.string().max(200).optional(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
}

export const imports = {
  import: {
    list,
    get,
    targets: operation({
      id: 'import.targets', method: 'GET', path: '/import-targets', permission: 'signedIn',
      summary: { en: 'Registers that I may import into, those that can be exported, and how much one file may hold', 'zh-CN': '可导入和可导出的清单，以及单个文件的上限' },
      input: z.object({}),
      output: z.object({ nouns: z.array(z.string()), exports: z.array(z.string()), limits: z.object({ bytes: z.int(), rows: z.int() }) }),
    }),
    create: operation({
      id: 'import.create', method: 'POST', path: '/imports', permission: 'import:run',
      summary: { en: 'Begin an import with an uploaded file', 'zh-CN': '用已上传的文件开始导入' },
      input: z.object({ noun: z.string().max(60), uploadId: z.uuid(), ...how }),
      output: importNoun.row,
    }),
    details: operation({
      id: 'import.details', method: 'GET', path: '/imports/{id}/details', permission: 'import:read',
      summary: { en: 'What the file holds, how it is mapped, how far it is', 'zh-CN': '文件内容、字段对应和进度' },
      input: z.object({ id: z.uuid() }),
      output: details,
    }),
    read: operation({
      id: 'import.read', method: 'POST', path: '/imports/{id}/read', permission: 'import:run',
      summary: { en: 'Read the file again: another sheet, encoding or delimiter', 'zh-CN': '重新读取文件：更换工作表、编码或分隔符' },
      input: z.object({ ...versioned, ...how }),
      output: importNoun.row,
    }),
    map: operation({
      id: 'import.map', method: 'PUT', path: '/imports/{id}/mapping', permission: 'import:run',
      summary: { en: 'Say which column is which field', 'zh-CN': '设置列与字段的对应关系' },
      input: z.object({ ...versioned, mapping }),
      output: importNoun.row,
    }),
    check: operation({
      id: 'import.check', method: 'POST', path: '/imports/{id}/check', permission: 'import:run',
      summary: { en: 'Dry run: work out what every row would do', 'zh-CN': '试运行：核对每一行将产生的结果' },
      input: z.object(versioned),
      output: z.object({ jobId: z.uuid() }),
    }),
    apply: operation({
      id: 'import.apply', method: 'POST', path: '/imports/{id}/apply', permission: 'import:run',
      summary: { en: 'Write exactly what the dry run reported', 'zh-CN': '按试运行结果写入' },
      input: z.object(versioned),
      output: z.object({ jobId: z.uuid() }),
    }),
    stop: operation({
      id: 'import.stop', method: 'POST', path: '/imports/{id}/stop', permission: 'import:run',
      summary: { en: 'Stop the running step; nothing of it is kept', 'zh-CN': '停止当前步骤，不保留其任何结果' },
      input: z.object({ id: z.uuid() }),
      output: z.object({}),
    }),
    discard: operation({
      id: 'import.discard', method: 'POST', path: '/imports/{id}/discard', permission: 'import:run',
      summary: { en: 'Give an import up; its file and its rows are deleted', 'zh-CN': '放弃导入，删除其文件和暂存数据' },
      input: z.object(versioned),
      output: importNoun.row,
    }),
    rows: operation({
      id: 'import.rows', method: 'GET', path: '/imports/{id}/rows', permission: 'import:read',
      summary: { en: 'Rows of a dry run by what they do', 'zh-CN': '按结果查看试运行的行' },
      input: z.object({ id: z.uuid(), action: z.enum(rowActions), cursor: z.string().max(20).optional(), limit: z.coerce.number().int().min(1).max(200).optional() }),
      output: rowPage,
    }),
  },
}
