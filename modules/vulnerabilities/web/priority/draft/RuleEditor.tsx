import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import type { Rule } from '@heng/engine-priority'
import { Button, Input } from 'antd'
import { treeOf } from '../Told.tsx'
import { useSaid, useWords } from '../words.ts'
import { Clauses } from './Clauses.tsx'
import { TargetInput } from './TargetInput.tsx'

export interface RuleEditorProps {
  readonly rule: Rule
  readonly place: number
  readonly count: number
  readonly onChange: (rule: Rule) => void
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** One rule: when it holds, what it leads to, and what people read as its reason. */
export const RuleEditor = ({ rule, place, count, onChange, onMove, onRemove }: RuleEditorProps) => {
  const t = useWords().draft
  const words = useWords().policy
  const said = useSaid()
  const at = fill(t.rule, { place })
  const because = (language: 'en' | 'zh-CN', label: string) => (
    <label className="vp-because">
      <span>{label}</span>
      <Input value={rule.because[language]} maxLength={500} onChange={(event) => onChange({ ...rule, because: { ...rule.because, [language]: event.target.value } })} aria-label={`${at}: ${label}`} />
    </label>
  )
  return (
    <section className="vp-rule" aria-label={fill(t.ruleNamed, { place, id: rule.id })}>
      <div className="vp-rule-head">
        <h3>{at}</h3>
        <Input size="small" value={rule.id} maxLength={80} aria-label={`${at}: ${t.id}`} onChange={(event) => onChange({ ...rule, id: event.target.value })} className="vp-id" />
        <span className="vp-rule-verbs">
          <Button size="small" type="text" icon={<ArrowUpOutlined />} disabled={place === 1} aria-label={`${at}: ${t.up}`} onClick={() => onMove(-1)} />
          <Button size="small" type="text" icon={<ArrowDownOutlined />} disabled={place === count} aria-label={`${at}: ${t.down}`} onClick={() => onMove(1)} />
          <Button size="small" type="text" icon={<DeleteOutlined />} disabled={count === 1} aria-label={`${at}: ${t.remove}`} onClick={onRemove} />
        </span>
      </div>
      <Clauses rule={rule} place={place} last={place === count} onChange={onChange} />
      {'ssvc' in rule ? (
        <div className="vp-tree">
          <p>{fill(words.tree, { tree: said(treeOf[rule.ssvc].name) })}</p>
          {treeOf[rule.ssvc].outcome.values.toReversed().map(({ id, name }) => (
            <div key={id} className="vp-tree-outcome">
              <span>{said(name)}</span>
              <TargetInput target={rule.outcomes[id] ?? { priority: 'none', dueDays: null }} at={`${at} · ${said(name)}`} onChange={(target) => onChange({ ...rule, outcomes: { ...rule.outcomes, [id]: target } })} />
            </div>
          ))}
        </div>
      ) : <TargetInput target={rule} at={at} onChange={(target) => onChange({ ...rule, ...target })} />}
      <div className="vp-becauses">
        {because('en', t.becauseEn)}
        {because('zh-CN', t.becauseZh)}
      </div>
    </section>
  )
}
