import { CopyOutlined, DownloadOutlined } from '@ant-design/icons'
import { useNotify, useText } from '@heng/web-kit'
import { Button, Modal } from 'antd'
import { messages } from '../../locales/index.ts'

/** The recovery codes, once: to copy or save, then gone. */
export const RecoveryCodes = ({ codes, onClose }: { readonly codes: readonly string[]; readonly onClose: () => void }) => {
  const t = useText(messages).pages.twoFactor
  const notify = useNotify()
  const all = codes.join('\n')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(all)
      notify.success(t.copied)
    } catch (error) {
      notify.error(error)
    }
  }
  const save = () => {
    const url = URL.createObjectURL(new Blob([`${all}\n`], { type: 'text/plain' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: t.file })
    link.click()
    URL.revokeObjectURL(url)
  }
  return (
    <Modal
      open
      title={t.codesTitle}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      footer={
        <>
          <Button icon={<CopyOutlined />} onClick={() => void copy()}>{t.copy}</Button>
          <Button icon={<DownloadOutlined />} onClick={save}>{t.download}</Button>
          <Button type="primary" onClick={onClose}>{t.kept}</Button>
        </>
      }
    >
      <p>{t.codesText}</p>
      <ul className="dr-codes">
        {codes.map((code) => <li key={code}>{code}</li>)}
      </ul>
    </Modal>
  )
}
