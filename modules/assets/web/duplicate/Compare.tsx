import { fill } from '@heng/contract'
import { ConfirmReason, ErrorView, FieldValue, Scroll, fieldLabel, useKitText, useNotify, useNoun, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useQueries } from '@tanstack/react-query'
import { Button, Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { asset } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAssets } from '../api.ts'
import { comparedFields, fullest } from './compared.ts'

/** Suspected duplicates side by side; one stays, those not left out are merged into it. */
export const Compare = ({ ids, onMerged }: { readonly ids: readonly string[]; readonly onMerged: () => void }) => {
  const text = useText(messages).pages
  const t = text.duplicates
  const kitText = useKitText()
  const kit = useNoun(asset)
  const org = useOrg()
  const notify = useNotify()
  const refresh = useRefreshAssets()
  const records = useQueries({ queries: ids.map((id) => kit.api.get.queryOptions({ input: { org, id } })) })
  const identities = useQueries({ queries: ids.map((id) => api.identity.get.queryOptions({ input: { org, id } })) })
  const [kept, setKept] = useState<string>()
  const [out, setOut] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const failed = records.find(({ error }) => error !== null)
  if (failed !== undefined) return <ErrorView error={failed.error} onRetry={() => void failed.refetch()} />
  const rows = records.flatMap(({ data }) => (data === undefined ? [] : [data as unknown as AnyRecord]))
  if (rows.length < ids.length) return <div className="hg-bone" role="status" />
  const keep = rows.find(({ id }) => id === kept) ?? fullest(rows)
  const others = rows.filter(({ id }) => id !== keep.id && !out.has(id))
  const mayMerge = [keep, ...others].every(({ allowed }) => allowed.includes('update'))
  const merge = async (reason: string | undefined) => {
    setBusy(true)
    try {
      const { merged } = await api.identity.merge.call({ org, id: keep.id, others: others.map(({ id }) => id), reason: reason ?? '' })
      notify.success(fill(t.merged, { count: merged }))
      setAsking(false)
      onMerged()
      await refresh()
    } catch (error) {
      notify.error(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className="as-compare">
      <Scroll label={t.compare}>
        <table className="as-table">
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              {rows.map((row) => (
                <th key={row.id} scope="col" data-kept={row.id === keep.id}>
                  <span className="hg-reference">{row.reference}</span>
                  <Radio checked={row.id === keep.id} disabled={out.has(row.id)} onChange={() => setKept(row.id)} aria-label={fill(t.keepThis, { reference: row.reference })}>
                    {t.keep}
                  </Radio>
                  {rows.length > 2 && row.id !== keep.id && (
                    <Checkbox
                      checked={out.has(row.id)}
                      onChange={({ target }) => {
                        const next = new Set(out)
                        if (target.checked) next.add(row.id)
                        else next.delete(row.id)
                        setOut(next)
                      }}
                    >
                      {fill(t.exclude, { reference: row.reference })}
                    </Checkbox>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {comparedFields(rows).map(({ name, differs }) => (
              <tr key={name} data-differs={differs}>
                <th scope="row">
                  {fieldLabel(kit.text, kitText, name)} {differs && <span className="as-differs">{t.differs}</span>}
                </th>
                {rows.map((row) => (
                  <td key={row.id} data-kept={row.id === keep.id}>
                    <FieldValue kit={kit} name={name} value={row[name]} labels={row.labels} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{text.identity.identifiers}</th>
              {rows.map((row, index) => (
                <td key={row.id} data-kept={row.id === keep.id} className="as-code">
                  {identities[index]?.data?.identifiers.map(({ kind, value }) => (
                    <div key={`${kind} ${value}`} title={text.identity.kinds[kind]}>
                      {value}
                    </div>
                  ))}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
      <div className="as-buttons">
        <Button type="primary" disabled={!mayMerge || others.length === 0} onClick={() => setAsking(true)}>
          {fill(t.merge, { count: others.length, reference: keep.reference })}
        </Button>
        {!mayMerge && <span className="hg-muted">{t.mayNot}</span>}
      </div>
      <ConfirmReason open={asking} title={fill(t.mergeTitle, { reference: `${keep.reference} ${String(keep['name'])}` })} text={t.mergeText} confirm={t.mergeConfirm} required busy={busy} onConfirm={(reason) => void merge(reason)} onCancel={() => setAsking(false)} />
    </div>
  )
}
