import './controls.css'
import { AppstoreAddOutlined } from '@ant-design/icons'
import { RegisterPage, useNarrow, usePermission, useText } from '@heng/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { control } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { EffectivenessSummary } from './effectiveness/Summary.tsx'
import { renderers } from './renderers.tsx'

const StartDrawer = lazy(async () => ({ default: (await import('./start/StartDrawer.tsx')).StartDrawer }))

const columns = ['reference', 'name', 'state', 'effectiveness', 'owner', 'type', 'unit', 'requirements']

/** The register of the organisation's own controls. */
export const Component = () => {
  const t = useText(messages).page.start
  const narrow = useNarrow(700)
  const may = usePermission('control:write')
  const [starting, setStarting] = useState(false)
  const start = (named: boolean) => (
    <Button icon={<AppstoreAddOutlined />} onClick={() => setStarting(true)} aria-label={t.open}>
      {named && t.open}
    </Button>
  )
  return (
    <>
      <RegisterPage
        noun={control}
        columns={columns}
        renderers={renderers}
        recordSummary={(row) => <EffectivenessSummary row={row} />}
        defaults={{ state: 'planned' }}
        actions={may && start(!narrow)}
        begin={start(true)}
      />
      {starting && (
        <Suspense fallback={null}>
          <StartDrawer close={() => setStarting(false)} />
        </Suspense>
      )}
    </>
  )
}
