import { UploadOutlined } from '@ant-design/icons'
import { formatNumber, RegisterPage, useLocale, useNarrow, usePermission, useText, type Renderers } from '@heng/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { riskIndicator } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { states } from '../base/State.tsx'

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }))

const Value = ({ value, measure }: { readonly value: number; readonly measure: string }) => {
  const locale = useLocale()
  return <span className="hg-figure">{formatNumber(value, locale)} {measure}</span>
}

export const indicatorRenderers: Renderers = {
  ...states('riskIndicator', 'state'),
  value: (row) => (typeof row['value'] === 'number' ? <Value value={row['value']} measure={String(row['measure'])} /> : undefined),
}
export const indicatorDefaults = { direction: 'higherIsWorse', frequency: 'monthly', reopensAt: 'red', active: true }

export const Component = () => {
  const t = useText(messages).pages.indicator
  const narrow = useNarrow(700)
  const may = usePermission('riskIndicator:measure')
  const [importing, setImporting] = useState(false)
  return (
    <>
      <RegisterPage
        noun={riskIndicator} renderers={indicatorRenderers} defaults={indicatorDefaults} columns={['reference', 'name', 'state', 'value', 'frequency', 'nextDue', 'owner', 'unit']}
        actions={may && <Button icon={<UploadOutlined />} aria-label={t.import} onClick={() => setImporting(true)}>{!narrow && t.import}</Button>}
      />
      {importing && <Suspense fallback={null}><ImportDialog onClose={() => setImporting(false)} /></Suspense>}
    </>
  )
}
