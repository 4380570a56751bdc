import { SearchOutlined } from '@ant-design/icons'
import { useNarrow } from '@heng/web-kit'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../text.ts'
import '../records.css'

const Palette = lazy(async () => ({ default: (await import('./Palette.tsx')).Palette }))

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.userAgent ?? '')

/** The search of everything, in the bar above every page; Ctrl + K (⌘ K) opens it from anywhere. */
export const SearchItem = () => {
  const t = useWords().search
  const narrow = useNarrow(900)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      {narrow ? <Button type="text" icon={<SearchOutlined />} aria-label={t.title} onClick={() => setOpen(true)} /> : (
        <button type="button" className="rec-search-open" onClick={() => setOpen(true)} aria-keyshortcuts="Control+K Meta+K">
          <SearchOutlined aria-hidden="true" /> <span>{t.open}</span> <kbd aria-hidden="true">{isApple ? '⌘ K' : 'Ctrl K'}</kbd>
        </button>
      )}
      {open && <Suspense fallback={null}><Palette onClose={() => setOpen(false)} /></Suspense>}
    </>
  )
}
