import '../assets.css'
import { fill } from '@heng/contract'
import { ErrorView, Page, RecordDrawer, useNoun, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Compare } from './Compare.tsx'

const limit = 200

/** Assets that may be one and the same, each group with its evidence; compared side by side, then merged. */
export const Component = () => {
  const text = useText(messages).pages
  const t = text.duplicates
  const kit = useNoun(asset)
  const org = useOrg()
  const path = useOrgPath()
  const [comparing, setComparing] = useState<string>()
  const [open, setOpen] = useState<string>()
  const { data, error, refetch } = useQuery(api.identity.duplicates.queryOptions({ input: { org, limit } }))
  const evidence = (reason: 'identifier' | 'name', value: string): string => {
    if (reason === 'name') return fill(t.name, { value })
    const [kind = '', ...rest] = value.split(' ')
    return fill(t.identifier, { kind: text.identity.kinds[kind as 'mac'] ?? kind, value: rest.join(' ') })
  }
  return (
    <Page title={t.title} about={t.about} crumbs={[{ label: kit.text.many, to: path(kit.path) }]}>
      {error !== null ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div className="hg-bone" role="status" />
      : data.groups.length === 0 ?
        <div className="hg-empty">
          <h2>{t.none}</h2>
          <p>{t.noneText}</p>
        </div>
      : <>
          <p className="hg-muted as-intro" role="status">{fill(t.groups, { count: data.groups.length })}</p>
          <ul className="as-groups">
            {data.groups.map(({ reason, evidence: value, ids }) => {
              const key = `${reason} ${value} ${ids[0]}`
              const isOpen = comparing === key
              return (
                <li key={key} className="as-card">
                  <div className="as-group-head">
                    <div>
                      <h2 className="as-evidence">{evidence(reason, value)}</h2>
                      <p className="as-group-names">
                        {ids.map((id) => (
                          <span key={id}>
                            <button type="button" className="hg-text-button" onClick={() => setOpen(id)}>
                              {data.labels[id]?.text ?? id}
                            </button>{' '}
                            <span className="hg-reference">{data.labels[id]?.reference}</span>
                          </span>
                        ))}
                      </p>
                    </div>
                    <Button aria-expanded={isOpen} onClick={() => setComparing(isOpen ? undefined : key)}>
                      {isOpen ? t.close : t.compare}
                    </Button>
                  </div>
                  {isOpen && <Compare ids={ids} onMerged={() => setComparing(undefined)} />}
                </li>
              )
            })}
          </ul>
        </>}
      <RecordDrawer noun={asset} open={open} onClose={() => setOpen(undefined)} onCreated={setOpen} />
    </Page>
  )
}
