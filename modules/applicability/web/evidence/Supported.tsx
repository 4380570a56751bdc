import { fill } from '@heng/contract'
import { StatusTag } from '@heng/web-kit'
import type { LineEvidence, SoaDrift, WorkingLine } from '../../contract/index.ts'
import { implementationTones } from '../table/Implementation.tsx'
import { useWords } from '../words.ts'

/** How far a line is implemented, in words; null is “not assessed” for what evidence supports, “not stated” for what a line says. */
export const ImplementationTag = ({ value, none }: { readonly value: WorkingLine['implementation']; readonly none: string }) => {
  const { values } = useWords()
  return value === null ? <span className="hg-not-assessed">{none}</span> : <StatusTag tone={implementationTones[value] ?? 'neutral'}>{values.implementationOverride[value]}</StatusTag>
}

/** What decided, and what it leaves open. */
export const WhySupported = ({ evidence: { why, untested, supported, stale } }: { readonly evidence: Pick<LineEvidence, 'why' | 'untested' | 'supported' | 'stale'> }) => {
  const { evidence: t } = useWords().t
  return (
    <p className="hg-muted">
      {t.why[why]}
      {untested > 0 && supported !== null && ` ${fill(t.atMost, { count: untested })}`}
      {stale && (
        <>
          {' '}
          <StatusTag tone="warning">{t.stale}</StatusTag>
        </>
      )}
    </p>
  )
}

/** Which rule was followed, with its limits. */
export const RuleNote = ({ rule }: { readonly rule: SoaDrift['rule'] }) => <p className="hg-help">{fill(useWords().t.evidence.rule, { ...rule })}</p>
