import { DownloadOutlined } from '@ant-design/icons'
import type { Row } from '@heng/contract'
import { useNarrow, useOrg } from '@heng/web-kit'
import { Button, Dropdown } from 'antd'
import { exportFormats, type soa } from '../../contract/index.ts'
import { useWords } from '../words.ts'

/** Four formats in two languages. Plain links, so that the browser names and saves the file. */
export const ExportMenu = ({ version }: { readonly version: Row<typeof soa> }) => {
  const { t } = useWords()
  const org = useOrg()
  const narrow = useNarrow(700)
  const href = (format: string, locale: string) => `/api/v1/orgs/${org}/soa/${version.id}/export?format=${format}&locale=${locale}`
  const items = [
    { key: 'about', label: version.state === 'draft' ? t.export.draft : t.export.frozen, disabled: true },
    ...(['zh-CN', 'en'] as const).map((locale) => ({
      type: 'group' as const,
      key: locale,
      label: locale === 'en' ? t.export.en : t.export.zh,
      children: exportFormats.map((format) => ({
        key: `${format}-${locale}`,
        label: (
          <a href={href(format, locale)} download>
            {t.export[format]}
          </a>
        ),
      })),
    })),
  ]
  return (
    <Dropdown trigger={['click']} menu={{ items }}>
      <Button icon={<DownloadOutlined />} aria-label={t.actions.export}>
        {!narrow && t.actions.export}
      </Button>
    </Dropdown>
  )
}
