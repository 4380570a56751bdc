import { createHash } from 'node:crypto'
import { drawMethod, effectivenessMethod } from '@heng/engine-assurance'
import { filesOf } from '@heng/records/reads'
import { canonicalJson, type Ctx, type StoredRow } from '@heng/server-kit'
import type { TestOf } from './store.ts'

const kept = [
  'reference', 'test', 'control', 'periodFrom', 'periodTo', 'performedOn', 'performedBy', 'populationSize', 'populationHash', 'seed', 'items', 'examined', 'deviations',
  'rate', 'upperLimit', 'confidence', 'tolerableRate', 'proposal', 'conclusion', 'rationale', 'concludedBy', 'concludedAt', 'independent', 'replaces', 'replacementReason',
] as const

/** What was concluded, word for word: the result, the procedure as it read on that day, and the evidence that hung on it. One statement. */
export const frozenContent = async (ctx: Ctx, row: StoredRow, test: TestOf) => {
  const files = await filesOf(ctx, [{ noun: 'testResult', recordId: row.id }])
  const { reference, version, name, kind, procedure, evidence } = test
  const content = {
    result: Object.fromEntries(kept.map((key) => [key, row[key] ?? null])),
    procedure: { reference, version, name, kind, procedure, evidence },
    evidence: files.map((file) => ({ id: file.id, name: file.name, size: file.size, sha256: file.sha256, addedAt: file.addedAt, addedBy: file.addedBy })),
    methods: { drawing: drawMethod, effectiveness: effectivenessMethod },
  }
  return { frozen: content, frozenHash: createHash('sha256').update(canonicalJson(content)).digest('hex') }
}
