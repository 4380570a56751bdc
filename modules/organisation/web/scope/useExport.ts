import { fill, locales, type Locale } from '@heng/contract'
import { send, useNotify, useOrg } from '@heng/web-kit'
import { useState } from 'react'
import { usePages } from '../text.ts'

const formats = ['pdf', 'docx', 'json'] as const

const nameOf = (disposition: string | null, fallback: string): string => {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(disposition ?? '')?.[1]
  return encoded === undefined ? fallback : decodeURIComponent(encoded)
}

/** Menu of exports: each format in each language; the file comes with the name that the server gives it. */
export const useExport = (id: string) => {
  const t = usePages().scope
  const org = useOrg()
  const notify = useNotify()
  const [busy, setBusy] = useState(false)
  const download = async (format: (typeof formats)[number], locale: Locale) => {
    setBusy(true)
    try {
      const address = new URL(`/api/v1/orgs/${encodeURIComponent(org)}/scopes/${id}/export?format=${format}&locale=${locale}`, window.location.origin)
      const response = await send(new Request(address))
      const url = URL.createObjectURL(await response.blob())
      Object.assign(document.createElement('a'), { href: url, download: nameOf(response.headers.get('content-disposition'), `scope.${format}`) }).click()
      URL.revokeObjectURL(url)
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  const items = locales.toReversed().flatMap((locale) =>
    formats.map((format) => ({
      key: `${format} ${locale}`,
      label: fill(t.exportAs, { format: t.formats[format], language: t.languages[locale] }),
      onClick: () => void download(format, locale),
    })),
  )
  return { items, busy }
}
