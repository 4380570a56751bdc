import { importSupport } from '@heng/imports/reads'
import { createRecords, updateRecords, type Ctx } from '@heng/server-kit'
import { tierOf } from '../asset/types.ts'
import { withSource } from '../identifier/sources.ts'
import { identifierColumns } from './columns.ts'
import { byIdentifiers } from './recognise.ts'
import { importSource } from './source.ts'

const noted = (ctx: Ctx, reason: string): Ctx => withSource(ctx, importSource(reason))

/** Tables of assets: other names of columns, identifiers, and the import noted as the source of every value that it wrote. */
export const assetImport = importSupport.with({
  noun: 'asset',
  aliases: {
    name: ['资产', '设备名称', 'asset', 'device', 'device name'],
    valuationReason: ['赋值说明', '赋值依据', '评价依据', 'valuation basis', 'justification', 'rationale'],
    importance: ['重要性', '业务重要程度', '重要程度', 'importance', 'criticality', 'business criticality'],
    bearing: ['承载性', '业务关联度', '业务承载程度', 'bearing', 'business dependency'],
  },
  keys: [byIdentifiers],
  implied: [{ field: 'tier', from: 'type', of: tierOf }],
  further: identifierColumns,
  create: (ctx, reg, rows, reason, options) => createRecords(noted(ctx, reason), reg, rows.map(({ id, values }) => ({ ...values, id })), reason, options),
  update: (ctx, reg, rows, reason, options) => updateRecords(noted(ctx, reason), reg, rows, reason, 'updated', options),
})
