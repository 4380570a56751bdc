import { ClusterOutlined, EyeInvisibleOutlined, LinkOutlined } from '@ant-design/icons'
import { useText, type ListActionProps } from '@heng/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { messages } from '../../locales/index.ts'

const dialogs = {
  match: lazy(async () => ({ default: (await import('./MatchDialog.tsx')).MatchDialog })),
  enlist: lazy(async () => ({ default: (await import('./EnlistDialog.tsx')).EnlistDialog })),
  ignore: lazy(async () => ({ default: (await import('./IgnoreDialog.tsx')).IgnoreDialog })),
}
type Decision = keyof typeof dialogs
const icons = { match: <LinkOutlined />, enlist: <ClusterOutlined />, ignore: <EyeInvisibleOutlined /> }

/** What can be decided about all targets that are selected in the register. */
export const BulkActions = ({ selected }: ListActionProps) => {
  const t = useText(messages).targets
  const [deciding, setDeciding] = useState<Decision>()
  if (selected.length === 0) return null
  const rows = selected.map((row) => ({ id: row.id, reference: row.reference, name: String(row['name']) }))
  const Dialog = deciding === undefined ? null : dialogs[deciding]
  return (
    <>
      {(Object.keys(dialogs) as Decision[]).map((decision) => selected.every(({ allowed }) => allowed.includes(decision)) && (
        <Button key={decision} icon={icons[decision]} onClick={() => setDeciding(decision)}>{t[decision]}</Button>
      ))}
      {Dialog !== null && <Suspense fallback={null}><Dialog rows={rows} close={() => setDeciding(undefined)} /></Suspense>}
    </>
  )
}
