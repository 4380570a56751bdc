import { formatNumber, TimeText, useLocale, useText } from '@heng/web-kit'
import type { SystemFacts } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { formatSize } from '../figures.ts'
import { Card, Facts } from './Card.tsx'

/** What the data folder holds and how much room is left. */
export const DataCard = ({ facts: { data } }: { readonly facts: SystemFacts }) => {
  const t = useText(messages).system
  const locale = useLocale()
  const [before = '', after = ''] = t.measured.split('{when}')
  return (
    <Card title={t.data}>
      <Facts items={[[t.path, <code key="path">{data.path}</code>], [t.free, data.freeBytes === null ? '–' : formatSize(data.freeBytes, locale)]]} />
      <table className="op-table">
        <thead><tr><th scope="col">{t.folder}</th><th scope="col" className="op-figure">{t.files}</th><th scope="col" className="op-figure">{t.size}</th></tr></thead>
        <tbody>
          {data.folders.map(({ name, bytes, files }) => (
            <tr key={name}>
              <th scope="row"><code>{name}</code></th>
              {bytes === null || files === null ? <td colSpan={2} className="op-figure hg-muted">{t.unreadable}</td> : (
                <><td className="op-figure">{formatNumber(files, locale)}</td><td className="op-figure">{formatSize(bytes, locale)}</td></>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hg-help">{before}<TimeText value={data.measuredAt} relative />{after}</p>
    </Card>
  )
}
