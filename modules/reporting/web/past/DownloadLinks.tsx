import { fill } from '@heng/contract'
import { useOrg, useText } from '@heng/web-kit'
import { reportFormats } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

/** A generated report in each format. Plain links, so that the browser names and saves the file. */
export const DownloadLinks = ({ id, title }: { readonly id: string; readonly title: string }) => {
  const t = useText(messages).page
  const org = useOrg()
  return (
    <ul className="rp-links">
      {reportFormats.map((format) => (
        <li key={format}>
          <a href={`/api/v1/orgs/${org}/reports/${id}/file?format=${format}`} download aria-label={fill(t.downloadAs, { title, format: t.formats[format] })}>
            {t.formats[format]}
          </a>
        </li>
      ))}
    </ul>
  )
}
