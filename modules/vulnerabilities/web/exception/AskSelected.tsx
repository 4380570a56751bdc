import { FileProtectOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { useText, type ListActionProps } from '@heng/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { messages } from '../../locales/index.ts'

const AskDrawer = lazy(async () => ({ default: (await import('./AskDrawer.tsx')).AskDrawer }))

/** Asks for leave to bear what is selected in the register, as far as that may be asked of it. */
export const AskSelected = ({ selected }: ListActionProps) => {
  const t = useText(messages).exceptions
  const [ids, setIds] = useState<readonly string[]>()
  const fit = selected.filter(({ allowed }) => allowed.includes('except')).map(({ id }) => id)
  return (
    <>
      {fit.length > 0 && <Button icon={<FileProtectOutlined />} onClick={() => setIds(fit)}>{fill(t.askOf, { count: fit.length })}</Button>}
      {ids !== undefined && <Suspense fallback={null}><AskDrawer ids={ids} onClose={() => setIds(undefined)} /></Suspense>}
    </>
  )
}
