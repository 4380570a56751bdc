import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { Severity, Stance } from './finding.ts'
import { identifiersIn } from './identifiers.ts'
import { at, list, number, text, texts } from './nodes.ts'
import { hostNamed } from './web.ts'

/** Chef InSpec: impact from 0 to 1. */
const severityOf = (impact: number | null): Severity | null => (impact === null ? null : impact <= 0 ? 'none' : impact < 0.4 ? 'low' : impact < 0.7 ? 'medium' : impact < 0.9 ? 'high' : 'critical')

const stanceOf = (control: Json, statuses: readonly string[]): Stance => {
  const waiver = at(control, 'waiver_data')
  if (waiver !== null && typeof waiver === 'object' && Object.keys(waiver).length > 0) return 'accepted'
  return statuses.length > 0 && statuses.every((s) => s === 'passed' || s === 'skipped') && statuses.includes('passed') ? 'passed' : 'open'
}

/** A control with its results as one finding. */
export const controlDraft = (control: Json, rest: Partial<Draft> & { record: string }): Draft => {
  const of = (...keys: string[]) => text(control, ...keys)
  const results = list(control, 'results')
  const statuses = results.length > 0 ? results.flatMap((r) => text(r, 'status') ?? []) : texts(control, 'status')
  const impact = number(control, 'impact')
  const told = results.map((r) => [`${text(r, 'status') ?? ''}: ${text(r, 'code_desc') ?? ''}`, text(r, 'message'), text(r, 'skip_message')].filter((t) => t !== null).join('\n'))
  const line = number(control, 'source_location', 'line')
  const file = of('source_location', 'ref') ?? of('group', 'id')
  const fixes = list(control, 'descriptions').filter((d) => text(d, 'label') === 'fix').flatMap((d) => text(d, 'data') ?? [])
  const start = results.flatMap((r) => text(r, 'start_time') ?? [])
  return {
    rule: of('id'), title: of('title') ?? of('id'), description: of('desc') ?? of('description') ?? of('code_desc'), solution: fixes.join('\n') || of('tags', 'fix'),
    references: list(control, 'refs').flatMap((r) => [text(r, 'url'), text(r, 'uri')]),
    identifiers: identifiersIn(of('title'), JSON.stringify(at(control, 'tags') ?? at(control, 'control_tags') ?? '').slice(0, 100_000)),
    severity: of('impact'), derived: severityOf(impact), stance: stanceOf(control, statuses),
    host: of('platform', 'target_id') === null ? null : { name: of('platform', 'target_id'), ...hostNamed(of('platform', 'target_id')),
      os: [of('platform', 'name'), of('platform', 'release')].filter((t) => t !== null).join(' ') },
    place: file === null ? null : { file, line }, evidence: [...told, ...(results.length > 0 ? [] : [of('message') ?? ''])].join('\n'), firstSeen: start[0] ?? null,
    lastSeen: start.at(-1) ?? null, ...rest,
  }
}
