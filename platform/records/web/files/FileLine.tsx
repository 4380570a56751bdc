import { fill } from '@heng/contract'
import { ConfirmReason, formatDate, TimeText, useLocale, useNotify, useOrg } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { AttachmentRow } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../text.ts'
import { fileIcon } from './fileIcon.tsx'
import { formatSize } from './size.ts'
import { fileAddress } from './upload.ts'

/** One attached file: name to download, what it is about, who brought it, its fingerprint. */
export const FileLine = ({ item, onChanged }: { readonly item: AttachmentRow; readonly onChanged: () => Promise<unknown> }) => {
  const t = useWords().files
  const org = useOrg()
  const locale = useLocale()
  const notify = useNotify()
  const [removing, setRemoving] = useState(false)
  const { file, allowed, removedAt } = item
  const remove = async (reason: string | undefined) => {
    try {
      await api.attachment.remove.call({ org, id: item.id, ...(reason === undefined ? {} : { reason }) })
      setRemoving(false)
      await onChanged()
    } catch (error) {
      notify.error(error)
    }
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(file.sha256)
      notify.success(t.copied)
    } catch (error) {
      notify.error(error)
    }
  }
  return (
    <li className="rec-file" data-removed={removedAt !== null}>
      <span className="rec-file-icon" aria-hidden="true">{fileIcon(file.type)}</span>
      <div className="rec-file-main">
        <div className="rec-file-name">
          {allowed.includes('download') ? <a href={fileAddress(org, file.id)} download={file.name} aria-label={fill(t.download, { name: file.name })}>{file.name}</a> : <span>{file.name}</span>}
          <span className="hg-muted hg-figure">{formatSize(file.size, locale)}</span>
          {item.effectiveOn !== null && <span className="hg-tag">{fill(t.about, { date: formatDate(item.effectiveOn, locale) })}</span>}
        </div>
        {item.description !== null && <p className="hg-prose">{item.description}</p>}
        <p className="hg-help">
          <Told text={removedAt === null ? t.added : t.removed} when={removedAt ?? item.addedAt} name={(removedAt === null ? item.addedBy.name : item.removedBy) ?? ''} />
          {' · '}
          <button type="button" className="rec-hash rec-hash-short" title={file.sha256} onClick={() => void copy()}>
            {t.fingerprint} {file.sha256.slice(0, 12)}… <span className="hg-visually-hidden">{fill(t.copyFingerprint, { name: file.name })}</span>
          </button>
        </p>
      </div>
      {allowed.includes('remove') && <Button type="text" size="small" onClick={() => setRemoving(true)}>{t.remove} <span className="hg-visually-hidden">{file.name}</span></Button>}
      <ConfirmReason open={removing} title={fill(t.removeTitle, { name: file.name })} text={t.removeText} confirm={t.remove} onConfirm={(reason) => void remove(reason)} onCancel={() => setRemoving(false)} />
    </li>
  )
}

/** A sentence with a name and a time in it, in the order of the language. */
const Told = ({ text, when, name }: { readonly text: string; readonly when: string; readonly name: string }) => {
  const [before = '', after = ''] = fill(text, { name }).split('{when}')
  return <>{before}<TimeText value={when} relative />{after}</>
}
