import { importSupport } from '@heng/imports/reads'
import { createRecords, updateRecords, type Ctx } from '@heng/server-kit'
import { withSource } from '../identifier/sources.ts'

// A reason begins with the import's reference: “IM-0003 assets.xlsx”.
const noted = (ctx: Ctx, reason: string): Ctx => withSource(ctx, `import:${reason.split(' ')[0]}`)

/** Tables of assets: other names of columns, and the import noted as the source of every value that it wrote. */
export const assetImport = importSupport.with({
  noun: 'asset',
  aliases: {
    valuationReason: ['赋值说明', '赋值依据', '评价依据', 'valuation basis', 'justification', 'rationale'],
    importance: ['重要性', '业务重要程度', '重要程度', 'importance', 'criticality', 'business criticality'],
    bearing: ['承载性', '业务关联度', '业务承载程度', 'bearing', 'business dependency'],
  },
  create: (ctx, reg, rows, reason, options) => createRecords(noted(ctx, reason), reg, rows.map(({ id, values }) => ({ ...values, id })), reason, options),
  update: (ctx, reg, rows, reason, options) => updateRecords(noted(ctx, reason), reg, rows, reason, 'updated', options),
})
