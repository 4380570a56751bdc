import type { AnyNoun, Field, Label } from '@heng/contract'
import { labelsOf, type Ctx, type StoredRow, type Values } from '@heng/server-kit'

/** Special fields that name records, with the noun they name. */
const targets: Readonly<Record<string, string>> = { 'asset.dependsOn': 'asset' }

/** Ids within structured values (effects of a measure name risks) by where they stand. */
const inside: Readonly<Record<string, { readonly target: string; readonly ids: (value: unknown) => string[] }>> = {
  'treatmentMeasure.effects': { target: 'risk', ids: (value) => ((value ?? []) as { risk: string }[]).map((e) => e.risk) },
}

/** Names of everything that values of these records refer to; one statement for all of them. */
export const namesIn = (ctx: Ctx, parts: readonly { readonly noun: string; readonly values: Values }[]): Promise<Record<string, Label>> => {
  const fields: Record<string, Pick<Field, 'target'>> = {}
  const rows: Values[] = []
  for (const { noun, values } of parts) {
    const row: Values = {}
    for (const [key, value] of Object.entries(values)) {
      const at = `${noun}.${key}`
      const target = inside[at]?.target ?? targets[at] ?? ctx.kit.registers.get(noun)?.noun.fields[key]?.target
      if (target === undefined) continue
      fields[at] = { target }
      row[at] = inside[at]?.ids(value) ?? value
    }
    rows.push(row)
  }
  return labelsOf(ctx, { fields } as unknown as AnyNoun, rows as StoredRow[])
}
