import { compilePolicy, fields, type Field, type Policy } from '@heng/engine-priority'
import { Checkbox, Input, Radio } from 'antd'
import { useSaid, useWords } from '../words.ts'
import { problemsOf } from './model.ts'

/** Inputs that the rules ask for; those of a draft that has faults, none. */
const askedFor = (draft: Policy): readonly Field[] => {
  if (problemsOf(draft).length > 0) return []
  const asked = new Set(compilePolicy(draft).explain({}).inputs.map(({ field }) => field))
  return fields.filter(({ id }) => asked.has(id))
}
const daysOf = (text: string): string[] => text.split(/[\s,;，；]+/).filter((part) => part !== '')

/** What holds for all rules: names, how days are counted, what is not assessed. */
export const Settings = ({ draft, onChange }: { readonly draft: Policy; readonly onChange: (draft: Policy) => void }) => {
  const t = useWords().draft
  const words = useWords().policy
  const said = useSaid()
  const text = (key: 'title' | 'about', language: 'en' | 'zh-CN', label: string, max: number) => (
    <label>
      <span>{label}</span>
      <Input.TextArea autoSize={{ minRows: key === 'title' ? 1 : 2 }} maxLength={max} value={draft[key][language]} onChange={(event) => onChange({ ...draft, [key]: { ...draft[key], [language]: event.target.value } })} />
    </label>
  )
  const days = (key: 'holidays' | 'workdays') => (
    <label>
      <span>{t[key]}</span>
      <Input.TextArea key={key} autoSize={{ minRows: 2, maxRows: 8 }} defaultValue={draft[key]?.join('\n') ?? ''} onChange={(event) => onChange({ ...draft, [key]: daysOf(event.target.value) })} />
      <span className="hg-help">{t.daysHelp}</span>
    </label>
  )
  return (
    <section className="vp-card vp-form">
      {text('title', 'en', t.nameEn, 80)}
      {text('title', 'zh-CN', t.nameZh, 80)}
      {text('about', 'en', t.aboutEn, 1_000)}
      {text('about', 'zh-CN', t.aboutZh, 1_000)}
      <div role="radiogroup" aria-label={t.count} className="vp-line">
        <span>{t.count}</span>
        <Radio.Group value={draft.count} onChange={(event) => onChange({ ...draft, count: event.target.value as Policy['count'] })} options={[{ value: 'calendar', label: t.calendar }, { value: 'working', label: t.working }]} />
      </div>
      <Checkbox checked={draft.kevDueDate} onChange={(event) => onChange({ ...draft, kevDueDate: event.target.checked })}>{t.kev}</Checkbox>
      {draft.count === 'working' && days('holidays')}
      {draft.count === 'working' && days('workdays')}
      <div className="vp-unknown">
        <h3>{words.unknown}</h3>
        <p className="hg-muted">{words.unknownAbout}</p>
        {askedFor(draft).map(({ id, name, whenUnknown }) => (
          <div key={id} role="radiogroup" aria-label={`${said(name)}: ${t.unknown}`} className="vp-line">
            <span>{said(name)}</span>
            <Radio.Group value={draft.whenUnknown?.[id] ?? whenUnknown} onChange={(event) => onChange({ ...draft, whenUnknown: { ...draft.whenUnknown, [id]: event.target.value as 'worst' | 'ignore' } })} options={[{ value: 'worst', label: t.worst }, { value: 'ignore', label: t.ignore }]} />
          </div>
        ))}
      </div>
    </section>
  )
}
