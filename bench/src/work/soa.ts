import type { Composition } from '@heng/composition'
import type { Planted } from '../plant/plant.ts'
import { clockOf } from '../processor.ts'
import { print, type Finding } from './print.ts'
import { watch } from './watch.ts'

/** The statement of applicability in every format and language, as a download. */
export const measureSoaExport = async (built: Composition, { manager, soaId }: Planted): Promise<void> => {
  const clock = await clockOf(built)
  const findings: Finding[] = []
  for (const format of ['docx', 'xlsx', 'pdf', 'json']) {
    for (const locale of ['zh-CN', 'en']) {
      const done = await watch(clock, () => manager.get(`soa/${soaId}/export?format=${format}&locale=${locale}`))
      findings.push({ name: `statement of applicability as ${format}, ${locale}`, ...done, limitMs: 3_000 })
    }
  }
  print(findings)
}
