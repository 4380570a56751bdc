import '../report.css'
import { useText, type RecordActionProps } from '@heng/web-kit'
import { Modal } from 'antd'
import { messages } from '../../locales/index.ts'
import { DownloadLinks } from './DownloadLinks.tsx'

/** The action of a generated report: take it in one of its formats. */
export const Component = ({ row, close }: RecordActionProps) => {
  const t = useText(messages).page
  return (
    <Modal open title={t.download} footer={null} onCancel={() => close(false)}>
      <DownloadLinks id={row.id} title={String(row['title'])} />
    </Modal>
  )
}
