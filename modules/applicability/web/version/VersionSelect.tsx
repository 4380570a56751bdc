import { fill, type Row } from '@heng/contract'
import { useOrgPath, valueLabel } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import type { soa } from '../../contract/index.ts'
import { useWords } from '../words.ts'

/** Goes to another version. */
export const VersionSelect = ({ id, versions }: { readonly id: string; readonly versions: readonly Row<typeof soa>[] }) => {
  const { t, text } = useWords()
  const path = useOrgPath()
  const navigate = useNavigate()
  return (
    <Select
      className="sa-versions"
      aria-label={t.versions}
      value={id}
      popupMatchSelectWidth={false}
      options={versions.map((v) => ({
        value: v.id,
        label: fill(t.versionOf, { number: v.number, state: valueLabel(text.nouns.soa, 'state', v.state) }),
      }))}
      onChange={(next) => void navigate({ to: path(`soa/${next}`) })}
    />
  )
}
