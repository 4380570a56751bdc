import { fill } from '@heng/contract'
import { fields, type Clause, type Condition, type FieldId, type Rule } from '@heng/engine-priority'
import { Button } from 'antd'
import { useSaid, useWords } from '../words.ts'
import { ConditionInput } from './ConditionInput.tsx'
import { clausesOf, conditionBy, operatorsOf, whenOf, withCondition } from './model.ts'

/** In the place of one input another, asked for in the first way that it knows. */
const exchanged = (clause: Clause, from: FieldId, to: FieldId): Clause => {
  const field = fields.find((one) => one.id === to)!
  return Object.fromEntries(Object.entries(clause).map(([id, condition]) => (id === from ? [to, conditionBy(field, operatorsOf(field)[0]!)] : [id, condition])))
}

/** When a rule holds: alternatives, each of conditions that hold together. */
export const Clauses = ({ rule, place, last, onChange }: { readonly rule: Rule; readonly place: number; readonly last: boolean; readonly onChange: (rule: Rule) => void }) => {
  const t = useWords().draft
  const words = useWords().policy
  const said = useSaid()
  const clauses = clausesOf(rule.when)
  const put = (next: readonly Clause[]) => {
    const { when: _before, ...rest } = rule
    onChange({ ...rest, ...whenOf(next) } as Rule)
  }
  const change = (at: number, clause: Clause) => put(clauses.map((one, i) => (i === at ? clause : one)))
  const free = (clause: Clause) => fields.filter(({ id }) => !Object.hasOwn(clause, id))
  const first = (clause: Clause): Clause => {
    const [field] = free(clause)
    return field === undefined ? clause : { ...clause, [field.id]: conditionBy(field, operatorsOf(field)[0]!) }
  }
  const more = (clause: Clause, i: number) => free(clause).length > 0 && <Button size="small" type="dashed" onClick={() => change(i, first(clause))}>{t.addCondition}</Button>
  return (
    <div className="vp-alternatives">
      {clauses.length === 0 && <p className="hg-muted">{t.holdsForAll}</p>}
      {clauses.map((clause, i) => (
        <fieldset key={i}>
          <legend className={i === 0 ? 'hg-visually-hidden' : 'vp-joint'}>{i === 0 ? fill(t.alternative, { place: 1 }) : words.or}</legend>
          {Object.entries(clause).map(([id, condition]) => (
            <ConditionInput
              key={id} id={id as FieldId} condition={condition as Condition} free={free(clause)} at={`${fill(t.rule, { place })} · ${fill(t.alternative, { place: i + 1 })} · ${said(fields.find((f) => f.id === id)!.name)}`}
              onField={(to) => change(i, exchanged(clause, id as FieldId, to))} onChange={(next) => change(i, withCondition(clause, id as FieldId, next))} onRemove={() => change(i, withCondition(clause, id as FieldId, undefined))}
            />
          ))}
          {i < clauses.length - 1 && more(clause, i)}
        </fieldset>
      ))}
      <div className="vp-buttons">
        {clauses.length > 0 && more(clauses.at(-1)!, clauses.length - 1)}
        {(!last || clauses.length > 0) && clauses.length < 10 && <Button size="small" type="dashed" onClick={() => put([...clauses, first({})])}>{clauses.length === 0 ? t.addCondition : t.addAlternative}</Button>}
      </div>
    </div>
  )
}
