import './assets.css'
import { ApartmentOutlined, CopyOutlined, FunctionOutlined, MoreOutlined, RadarChartOutlined } from '@ant-design/icons'
import { LevelTag, RegisterPage, useNarrow, useOrgPath, usePermission, useText, type Renderers } from '@heng/web-kit'
import { useNavigate } from '@tanstack/react-router'
import { Button, Dropdown } from 'antd'
import { asset } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { levelOf } from './value/explanation.ts'
import { KeyMark } from './value/KeyMark.tsx'

// What fits a common screen; the tier, confidentiality, integrity and availability are one click away in the columns.
const columns = ['name', 'type', 'unit', 'owner', 'value'] as const

const Actions = () => {
  const t = useText(messages).pages.nav
  const path = useOrgPath()
  const navigate = useNavigate()
  const narrow = useNarrow(900)
  const mayScan = usePermission('assetScan:run')
  const go = (to: string) => void navigate({ to: path(to) })
  const more = [
    ...(narrow ? [{ key: 'map', icon: <ApartmentOutlined />, label: t.map, onClick: () => go('assets-graph') }] : []),
    ...(mayScan ? [{ key: 'scan', icon: <RadarChartOutlined />, label: t.scan, onClick: () => go('assets-scan') }] : []),
    { key: 'duplicates', icon: <CopyOutlined />, label: t.duplicates, onClick: () => go('assets-duplicates') },
    { key: 'rules', icon: <FunctionOutlined />, label: t.rules, onClick: () => go('assets-rules') },
  ]
  return (
    <>
      {!narrow && (
        <Button icon={<ApartmentOutlined />} onClick={() => go('assets-graph')}>
          {t.map}
        </Button>
      )}
      <Dropdown trigger={['click']} menu={{ items: more }}>
        <Button icon={<MoreOutlined />} aria-label={t.more} />
      </Dropdown>
    </>
  )
}

const ScanButton = () => {
  const t = useText(messages).pages.nav
  const path = useOrgPath()
  const navigate = useNavigate()
  if (!usePermission('assetScan:run')) return null
  return (
    <Button icon={<RadarChartOutlined />} onClick={() => void navigate({ to: path('assets-scan') })}>
      {t.scan}
    </Button>
  )
}

const renderers: Renderers = {
  value: (row) => (
    <span className="as-value-cell">
      <LevelTag value={levelOf(row, 'value')} /> {row['keyAsset'] === true && <KeyMark short />}
    </span>
  ),
}

/** The asset register, with the way to what stands around it. */
export const Component = () => <RegisterPage noun={asset} columns={columns} renderers={renderers} actions={<Actions />} begin={<ScanButton />} />
