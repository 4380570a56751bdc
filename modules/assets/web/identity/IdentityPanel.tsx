import '../assets.css'
import { EditOutlined } from '@ant-design/icons'
import { ErrorView, Scroll, fieldLabel, useKitText, useNoun, useOrg, useText, TimeText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { IdentifierForm } from './IdentifierForm.tsx'
import { useSourceText } from './sourceText.ts'

/** What recognises the asset in files and scans, and where each of its values comes from. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.identity
  const kitText = useKitText()
  const kit = useNoun(asset)
  const org = useOrg()
  const sourceText = useSourceText()
  const [editing, setEditing] = useState(false)
  const { data, error, refetch } = useQuery(api.identity.get.queryOptions({ input: { org, id: row.id } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  const seen = ({ source, firstSeen, lastSeen }: { source: string; firstSeen: string; lastSeen: string }) => (
    <>
      <td>{sourceText(source)}</td>
      <td>
        <TimeText value={firstSeen} />
      </td>
      <td>
        <TimeText value={lastSeen} />
      </td>
    </>
  )
  const times = (
    <>
      <th scope="col">{t.source}</th>
      <th scope="col">{t.firstSeen}</th>
      <th scope="col">{t.lastSeen}</th>
    </>
  )
  return (
    <div className="as-identity">
      <section>
        <div className="as-section-head">
          <h2>{t.identifiers}</h2>
          {row.allowed.includes('update') && !editing && (
            <Button icon={<EditOutlined />} onClick={() => setEditing(true)}>
              {t.edit}
            </Button>
          )}
        </div>
        <p className="hg-muted">{t.about}</p>
        {editing ? (
          <IdentifierForm id={row.id} identifiers={data.identifiers} onClose={() => setEditing(false)} />
        ) : data.identifiers.length === 0 ? (
          <p>{t.none}</p>
        ) : (
          <Scroll label={t.identifiers}>
            <table className="as-table">
              <thead>
                <tr>
                  <th scope="col">{t.kind}</th>
                  <th scope="col">{t.value}</th>
                  {times}
                </tr>
              </thead>
              <tbody>
                {data.identifiers.map((one) => (
                  <tr key={`${one.kind} ${one.value}`}>
                    <th scope="row">{t.kinds[one.kind]}</th>
                    <td className="as-code">{one.value}</td>
                    {seen(one)}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </section>
      <section>
        <h2>{t.sources}</h2>
        {data.sources.length === 0 ? (
          <p className="hg-muted">{t.noSources}</p>
        ) : (
          <Scroll label={t.sources}>
            <table className="as-table">
              <thead>
                <tr>
                  <th scope="col">{t.field}</th>
                  {times}
                </tr>
              </thead>
              <tbody>
                {data.sources.map((one) => (
                  <tr key={`${one.field} ${one.source}`}>
                    <th scope="row">{fieldLabel(kit.text, kitText, one.field)}</th>
                    {seen(one)}
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </section>
    </div>
  )
}
