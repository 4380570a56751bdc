import { assetValue, ScoreError, type AssetValueFunction, type PropertyWeights } from '@heng/engine-risk'
import { LevelTag, useLocale, useNoun, useText } from '@heng/web-kit'
import { Segmented } from 'antd'
import { useState } from 'react'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { KeyMark } from '../value/KeyMark.tsx'

const keys = ['c', 'i', 'a'] as const
const names = { c: 'confidentiality', i: 'integrity', a: 'availability' } as const

interface Props {
  readonly fn: AssetValueFunction
  readonly weights: PropertyWeights | null
  readonly threshold: number
}

/** What the chosen rule makes of three levels; computed by the engine that the server uses. */
export const Example = ({ fn, weights, threshold }: Props) => {
  const t = useText(messages).pages.rules
  const locale = useLocale()
  const fields = useNoun(asset).text.fields
  const [levels, setLevels] = useState({ c: 5, i: 3, a: 2 })
  const result = assetValue(fn, levels, weights ?? undefined)
  const told = result instanceof ScoreError || !result.assessed ? undefined : result
  return (
    <section className="as-card as-example" aria-label={t.example}>
      <h2>{t.example}</h2>
      <p className="hg-muted">{t.exampleHelp}</p>
      <div className="as-example-levels">
        {keys.map((key) => (
          <div key={key}>
            <span className="as-example-name">{fields[names[key]]}</span>
            <Segmented aria-label={fields[names[key]] ?? key} value={levels[key]} options={[1, 2, 3, 4, 5]} onChange={(next) => setLevels({ ...levels, [key]: next })} />
          </div>
        ))}
      </div>
      {told !== undefined && (
        <p className="as-example-result" role="status">
          <span className="hg-figure">{told.steps[0]?.rule[locale]}</span> <LevelTag value={told.value} /> {told.value >= threshold && <KeyMark />}
        </p>
      )}
    </section>
  )
}
