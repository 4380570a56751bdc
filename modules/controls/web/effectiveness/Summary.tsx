import { InfoCircleOutlined } from '@ant-design/icons'
import { useText, type AnyRecord } from '@heng/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { messages } from '../../locales/index.ts'
import { Gauge } from './Gauge.tsx'

const ExplainDrawer = lazy(async () => ({ default: (await import('./ExplainDrawer.tsx')).ExplainDrawer }))

/** How effective a control is shown to be, above its fields, with the way to what it rests on. */
export const EffectivenessSummary = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).tests.effectiveness
  const [open, setOpen] = useState(false)
  return (
    <div className="ct-summary">
      <span className="hg-muted">{t.title}</span>
      <Gauge percent={row['effectiveness'] as number | null} stale={row['effectivenessStale'] === true} />
      <Button size="small" icon={<InfoCircleOutlined />} onClick={() => setOpen(true)}>
        {t.explain}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ExplainDrawer control={row.id} reference={row.reference} close={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
