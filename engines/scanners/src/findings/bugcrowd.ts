import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { Severity, Stance } from './finding.ts'
import { identifiersIn } from './identifiers.ts'
import { at, text } from './nodes.ts'
import { addressOf, firstAddress, labelled, linksIn } from './web.ts'

const priorities: readonly (Severity | null)[] = [null, 'critical', 'high', 'medium', 'low', 'none']
const stances: Readonly<Record<string, Stance>> = {
  resolved: 'fixed', wont_fix: 'accepted', not_applicable: 'false-positive', not_reproducible: 'false-positive', duplicate: 'suppressed', out_of_scope: 'suppressed',
}

/** A submission to Bugcrowd, by the names of its API; priorities are P1, the worst, to P5. https://docs.bugcrowd.com/api/ */
export const draftOfBugcrowd = (of: (...names: readonly string[]) => string | null, target: string | null, record: string): Draft => {
  const priority = of('severity', 'priority')
  const references = of('vulnerability_references')
  return {
    rule: of('vrt_id', 'vrt_lineage'), title: of('title', 'caption'), description: of('description'), solution: of('remediation_advice'),
    references: linksIn(references?.replaceAll('](', '] ')),
    identifiers: identifiersIn(of('title'), of('description'), of('extra_info'), references?.replace(/cwe\.mitre\.org\/data\/definitions\/(\d{1,5})/g, '$& CWE-$1')),
    severity: priority, derived: priorities[Number(priority?.replace(/^P/i, '') ?? 0)] ?? null,
    stance: /^true$/i.test(of('duplicate') ?? '') ? 'suppressed' : (stances[(of('substate', 'state') ?? '').toLowerCase().replaceAll(/[\s-]/g, '_')] ?? 'open'),
    ...(addressOf(of('bug_url')).host == null ? { ...addressOf(target), url: of('bug_url') ?? addressOf(target).url ?? null } : firstAddress(of('bug_url'))),
    evidence: labelled({ Reference: of('reference_number'), Target: target, State: of('substate', 'state'), Request: of('http_request'), 'Further information': of('extra_info') }),
    firstSeen: of('submitted_at'), record,
  }
}

export const draftOfSubmission = (submission: Json, record: string): Draft => {
  const attributes = at(submission, 'attributes')
  return draftOfBugcrowd(
    (...names) => names.map((name) => text(attributes, name)).find((t) => t !== null) ?? null, text(submission, 'relationships', 'target', 'data', 'attributes', 'name'),
    record,
  )
}
