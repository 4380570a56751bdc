import { bod2604, cisa, clausesText, compilePolicy, deployer, fields, type Policy, type Rule, type TreeId } from '@heng/engine-priority'
import { fill } from '@heng/contract'
import { Scroll, useLocale } from '@heng/web-kit'
import { Priority } from '../register/words.tsx'
import { useDays, useSaid, useWords } from './words.ts'

export const treeOf = { deployer, cisa, bod2604 } satisfies Record<TreeId, unknown>

/** All alternatives of a rule, each as what has to hold together. */
const When = ({ rule, last, only }: { readonly rule: Rule; readonly last: boolean; readonly only: boolean }) => {
  const t = useWords().policy
  const said = useSaid()
  const clauses = clausesText(rule.when)
  if (clauses.length === 0) return <span>{only ? t.all : last ? t.allLeft : t.all}</span>
  return (
    <ul className="vp-clauses">
      {clauses.map((conditions, i) => (
        <li key={conditions.map((c) => c.en).join()}>
          {i > 0 && <span className="vp-joint">{t.or}</span>}
          {conditions.map((one, k) => <span key={one.en}>{k > 0 && <span className="vp-joint">{t.and}</span>}<span className="vp-condition">{said(one)}</span></span>)}
        </li>
      ))}
    </ul>
  )
}

const Then = ({ rule }: { readonly rule: Rule }) => {
  const t = useWords().policy
  const said = useSaid()
  const days = useDays()
  if (!('ssvc' in rule)) return <div className="vp-target"><Priority value={rule.priority} /><span>{days(rule.dueDays)}</span></div>
  const tree = treeOf[rule.ssvc]
  return (
    <>
      <p>{fill(t.tree, { tree: said(tree.name) })}</p>
      <ul className="vp-outcomes">
        {tree.outcome.values.toReversed().map(({ id, name }) => {
          const target = rule.outcomes[id]
          return target === undefined ? null : <li key={id}><span>{said(name)}</span><Priority value={target.priority} /><span>{days(target.dueDays)}</span></li>
        })}
      </ul>
    </>
  )
}

/** A policy told in words, rule by rule. */
export const Told = ({ policy }: { readonly policy: Policy }) => {
  const t = useWords().policy
  const said = useSaid()
  const locale = useLocale()
  const asked = new Set(compilePolicy(policy).explain({}).inputs.map(({ field }) => field))
  const namesOf = (how: 'worst' | 'ignore'): string => fields.filter((f) => asked.has(f.id) && (policy.whenUnknown?.[f.id] ?? f.whenUnknown) === how).map(({ name }) => said(name)).join(locale === 'en' ? ', ' : '、')
  const counted = (['worst', 'ignore'] as const).map((how) => [how, namesOf(how)] as const).filter(([, names]) => names !== '')
  return (
    <>
      <ul className="vp-settings">
        <li>{policy.count === 'working' ? fill(t.working, { holidays: policy.holidays?.length ?? 0, workdays: policy.workdays?.length ?? 0 }) : t.calendar}</li>
        <li>{policy.kevDueDate ? t.kevYes : t.kevNo}</li>
        {counted.map(([how, names]) => <li key={how}>{fill(how === 'worst' ? t.worstOf : t.ignoredOf, { names })}</li>)}
      </ul>
      <Scroll label={t.rules}>
        <table className="vp-rules vp-told">
          <thead><tr><th scope="col">{t.place}</th><th scope="col">{t.when}</th><th scope="col">{t.then}</th><th scope="col">{t.because}</th></tr></thead>
          <tbody>
            {policy.rules.map((rule, i) => (
              <tr key={rule.id}>
                <th scope="row">{i + 1}</th>
                <td><When rule={rule} last={i === policy.rules.length - 1} only={policy.rules.length === 1} /></td>
                <td><Then rule={rule} /></td>
                <td>{said(rule.because)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}
