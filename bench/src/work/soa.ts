import type { Planted } from '../plant/plant.ts'
import { print, type Finding } from './print.ts'
import { watch } from './watch.ts'

/** The statement of applicability in every format and language, as a download. */
export const measureSoaExport = async ({ manager, soaId }: Planted): Promise<void> => {
  const findings: Finding[] = []
  for (const format of ['docx', 'xlsx', 'pdf', 'json']) {
    for (const locale of ['zh-CN', 'en']) {
      const done = await watch(() => manager.get(`soa/${soaId}/export?format=${format}&locale=${locale}`))
      findings.push({ name: `statement of applicability as ${format}, ${locale}`, ...done, limitMs: 3_000 })
    }
  }
  print(findings)
}
