import './live.css'
import { fill } from '@heng/contract'
import { FieldInput, useOrg, useText, type FieldInputProps, type FormOverrides } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import type { LiveProgram } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { usualOf, usualRules, usuals, type Usual } from './schedule.ts'

const useLive = () => useText(messages).live

/** A setting of one program; of others it says so and cannot be filled in. */
const Only = ({ of, children }: { readonly of: LiveProgram; readonly children: ReactNode }) => {
  const words = useText(messages)
  const program = Form.useWatch('program', Form.useFormInstance()) as LiveProgram | undefined
  return program === undefined || program === of ? children : <p className="vl-only hg-muted">{fill(words.live.onlyOf, { program: words.nouns.liveCheck.values.program[of] })}</p>
}

const Helped = ({ help, ...props }: FieldInputProps & { readonly help: string }) => (
  <>
    <FieldInput {...props} />
    <p className="hg-help">{help}</p>
  </>
)

const Content = ({ id, value, onChange }: FieldInputProps) => {
  const t = useLive()
  const org = useOrg()
  const { data, isPending } = useQuery(api.live.programs.queryOptions({ input: { org } }))
  const all = [...new Set([...(typeof value === 'string' && value !== '' ? [value] : []), ...(data?.contents ?? [])])]
  return <Select {...(id === undefined ? {} : { id })} showSearch loading={isPending} value={(value as string | null | undefined) ?? null} notFoundContent={t.contentNone} options={all.map((path) => ({ value: path, label: path.split('/').at(-1), title: path }))} onChange={(path) => onChange?.(path)} />
}

type Choice = Usual | 'none' | 'custom'
const Schedule = ({ id, value, onChange }: FieldInputProps) => {
  const t = useLive().schedule
  const rule = typeof value === 'string' && value !== '' ? value : null
  const [own, setOwn] = useState(rule !== null && usualOf(rule) === null)
  const choice: Choice = own ? 'custom' : rule === null ? 'none' : usualOf(rule) ?? 'custom'
  const choose = (next: Choice) => {
    setOwn(next === 'custom')
    onChange?.(next === 'none' ? null : next === 'custom' ? (rule ?? usualRules.weekly) : usualRules[next])
  }
  return (
    <div className="vl-schedule">
      <Select {...(id === undefined ? {} : { id })} value={choice} onChange={choose} options={(['none', ...usuals, 'custom'] as const).map((one) => ({ value: one, label: t[one] }))} />
      {choice === 'custom' && <Input aria-label={t.custom} value={rule ?? ''} maxLength={300} spellCheck={false} onChange={(event) => onChange?.(event.target.value)} />}
    </div>
  )
}

const Targets = (props: FieldInputProps) => <Only of="nmap"><Helped {...props} help={useLive().targetsHelp} /></Only>
const Ports = (props: FieldInputProps) => <Only of="nmap"><Helped {...props} help={useLive().portsHelp} /></Only>
const Profile = (props: FieldInputProps) => <Only of="openscap"><Helped {...props} help={useLive().profileHelp} /></Only>
const Coverage = (props: FieldInputProps) => <Helped {...props} help={useLive().coverageHelp} />

export const liveForm: FormOverrides = {
  targets: (props) => <Targets {...props} />,
  depth: (props) => <Only of="nmap"><FieldInput {...props} /></Only>,
  ports: (props) => <Ports {...props} />,
  skipDiscovery: (props) => <Only of="nmap"><FieldInput {...props} /></Only>,
  content: (props) => <Only of="openscap"><Content {...props} /></Only>,
  profile: (props) => <Profile {...props} />,
  coverage: (props) => <Coverage {...props} />,
  schedule: (props) => <Schedule {...props} />,
}

export const liveDefaults = { program: 'nmap', state: 'active', depth: 'services', skipDiscovery: false, coverage: 'part' }
