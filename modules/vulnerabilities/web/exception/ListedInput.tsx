import './exception.css'
import type { Label } from '@heng/contract'
import { RecordSelect, useOrg, useText, type FieldInputProps } from '@heng/web-kit'
import { useQueries } from '@tanstack/react-query'
import { mostVulnerabilities } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

/** So many names are loaded; the rest of a long list is a number anyway. */
const named = 12

/** The vulnerabilities to be accepted, by name even where the form came with their ids alone. */
export const ListedInput = ({ id, value, labels, onChange }: FieldInputProps) => {
  const t = useText(messages).exceptions
  const org = useOrg()
  const ids = (value ?? []) as readonly string[]
  const unnamed = ids.filter((one) => labels[one] === undefined).slice(0, named)
  const found = useQueries({ queries: unnamed.map((one) => ({ ...api.vulnerability.get.queryOptions({ input: { org, id: one } }), staleTime: 60_000 })) })
  const known: Record<string, Label> = { ...labels }
  for (const { data } of found) if (data !== undefined) known[data.id] = { text: data.title, reference: data.reference }
  return (
    <div className="vx-listed">
      <RecordSelect {...(id === undefined ? {} : { id })} target="vulnerability" multiple value={ids} labels={known} onChange={(next) => onChange?.((next as string[] | null) ?? [])} />
      <p className="hg-help">{ids.length > mostVulnerabilities ? t.tooMany : t.limits}</p>
    </div>
  )
}
