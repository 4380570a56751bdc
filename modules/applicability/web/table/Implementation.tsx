import { StatusTag, type Tone } from '@heng/web-kit'
import type { WorkingLine } from '../../contract/index.ts'
import { useWords } from '../words.ts'

export const implementationTones: Readonly<Record<string, Tone>> = {
  implemented: 'good',
  partly: 'progress',
  planned: 'neutral',
  notWorking: 'bad',
  notImplemented: 'warning',
}

/** How far a line is implemented, and whether somebody stated it against the controls. */
export const Implementation = ({ line }: { readonly line: Pick<WorkingLine, 'implementation' | 'overridden' | 'overrideReason'> }) => {
  const { t, values } = useWords()
  if (line.implementation === null) return <span className="hg-not-assessed">{t.table.notStated}</span>
  return (
    <span title={line.overridden ? (line.overrideReason ?? undefined) : undefined}>
      <StatusTag tone={implementationTones[line.implementation] ?? 'neutral'}>
        {values.implementationOverride[line.implementation]}
      </StatusTag>
      {line.overridden && <span className="sa-stated">{t.table.stated}</span>}
    </span>
  )
}
