import { DownOutlined, ExportOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { listInput, useLocale, useNarrow, useNoun, useNotify, useOrg, usePast, useText, type ListActionProps } from '@heng/web-kit'
import { Button, Dropdown, type MenuProps } from 'antd'
import { messages } from '../../locales/index.ts'
import { useTargets } from '../api.ts'
import { exportColumns, exportUrl, type ExportWanted } from './exportUrl.ts'

/** Has the browser fetch a file to disk; it streams, whatever its size. */
const fetchFile = (url: string): void => {
  const link = document.createElement('a')
  link.href = url
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}

/** Takes what the list shows out as a file: all fields, or the columns shown. */
export const ExportAction = ({ noun, query, columns }: ListActionProps) => {
  const t = useText(messages).page
  const kit = useNoun(noun)
  const org = useOrg()
  const locale = useLocale()
  const narrow = useNarrow(700)
  const notify = useNotify()
  const { asOf } = usePast()
  if (!useTargets().exports.has(noun.name)) return null
  const start = (wanted: ExportWanted) => {
    fetchFile(exportUrl(org, kit.path, query, locale, { ...wanted, asOf }))
    notify.info(t.exportStarted)
  }
  const { q, filter, archived } = listInput(query)
  const filtered = q !== undefined || filter !== undefined || archived !== undefined
  const item = (wanted: ExportWanted) => ({ key: `${wanted.format} ${wanted.columns === undefined}`, label: t.exportAs[wanted.format], onClick: () => start(wanted) })
  const shown = exportColumns(noun, columns)
  const items: NonNullable<MenuProps['items']> = [
    { type: 'group', key: 'all', label: t.exportAllFields, children: (['xlsx', 'csv', 'json'] as const).map((format) => item({ format })) },
    { type: 'group', key: 'shown', label: t.exportShown, children: (['xlsx', 'csv'] as const).map((format) => item({ format, columns: shown })) },
    { type: 'divider' },
    { key: 'scope', disabled: true, label: <span className="hg-muted">{fill(t.exportScope, { count: filtered ? t.exportFiltered : t.exportAll })}</span> },
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<ExportOutlined />} aria-label={t.export}>
        {!narrow && t.export}
        {!narrow && <DownOutlined aria-hidden="true" />}
      </Button>
    </Dropdown>
  )
}
