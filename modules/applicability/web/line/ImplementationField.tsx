import { fill } from '@heng/contract'
import { Select } from 'antd'
import { useState } from 'react'
import { implementations, type WorkingLine } from '../../contract/index.ts'
import { Implementation } from '../table/Implementation.tsx'
import type { SaveLine } from '../useLines.ts'
import { useWords } from '../words.ts'
import { TextField } from './TextField.tsx'

type Stated = NonNullable<WorkingLine['implementationOverride']>

/** How far a line is implemented: what the controls say, or what somebody states with the reason; saved only together. */
export const ImplementationField = ({
  line,
  save,
  frozen,
}: {
  readonly line: WorkingLine
  readonly save: SaveLine
  readonly frozen: boolean
}) => {
  const { t, fields, values } = useWords()
  const [pending, setPending] = useState<Stated>()
  const stated = pending ?? line.implementationOverride
  const choose = (value: Stated | '') => {
    if (value === '') {
      setPending(undefined)
      if (line.implementationOverride !== null) void save(line.id, { implementationOverride: null })
    } else if ((line.overrideReason ?? '') === '') setPending(value)
    else void save(line.id, { implementationOverride: value })
  }
  const explain = (overrideReason: string | null) => {
    if (overrideReason === null || stated === null) return
    setPending(undefined)
    void save(line.id, { implementationOverride: stated, overrideReason })
  }
  const derived = line.derivedImplementation === null ? t.line.nothingLinked : values.implementationOverride[line.derivedImplementation]
  return (
    <section>
      <h3>{t.table.implementation}</h3>
      {frozen ? (
        <Implementation line={line} />
      ) : (
        <Select<Stated | ''>
          aria-label={t.table.implementation}
          value={stated ?? ''}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: fill(t.line.follow, { state: derived }) },
            { label: t.line.override, options: implementations.map((value) => ({ value, label: values.implementationOverride[value] })) },
          ]}
          onChange={choose}
        />
      )}
      {stated !== null && (
        <TextField
          label={fields['overrideReason']!}
          value={line.overrideReason}
          rows={2}
          max={2_000}
          disabled={frozen}
          required
          autoFocus={pending !== undefined}
          onSave={explain}
        />
      )}
    </section>
  )
}
