import type { Locale } from '@heng/contract'
import { useLocale } from '@heng/web-kit'
import { Segmented } from 'antd'
import { useState } from 'react'
import { usePages } from '../text.ts'

/** The language of the document, at first the reader's own. */
export const usePreviewLocale = (): [Locale, (locale: Locale) => void] => {
  const own = useLocale()
  const [chosen, choose] = useState<Locale>()
  return [chosen ?? own, choose]
}

export const PreviewLanguage = ({ title, value, onChange }: { readonly title: string; readonly value: Locale; readonly onChange: (locale: Locale) => void }) => {
  const t = usePages().scope
  return (
    <div className="or-paper-bar">
      <span className="hg-muted">{title}</span>
      <Segmented<Locale> size="small" aria-label={t.previewIn} value={value} onChange={onChange} options={[{ value: 'zh-CN', label: t.languages['zh-CN'] }, { value: 'en', label: t.languages.en }]} />
    </div>
  )
}
