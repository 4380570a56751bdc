import { useOrg, useText, useLocale } from '@heng/web-kit'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { curlOf, objectIn, typeText, type ApiOperation, type Schema } from './document.ts'
import { FieldTable, SchemaTable } from './SchemaTable.tsx'

const Shape = ({ title, schema }: { readonly title: string; readonly schema: Schema | undefined }) => {
  if (schema === undefined) return null
  const inner = objectIn(schema)
  return (
    <section>
      <h4>{title}{inner !== schema && <> <code className="op-type">{typeText(schema)}</code></>}</h4>
      {inner !== undefined && <SchemaTable label={title} schema={inner} />}
    </section>
  )
}

const Details = ({ operation }: { readonly operation: ApiOperation }) => {
  const t = useText(messages).interface
  const locale = useLocale()
  const org = useOrg()
  const { id, permission, parameters, body, answer } = operation
  return (
    <div className="op-details">
      <p>{t.who} {permission === 'public' ? t.public : permission === 'signedIn' ? t.signedIn : <code>{permission}</code>} · {t.name} <code>{id}</code></p>
      <pre tabIndex={0} aria-label={t.example}>{curlOf(operation, window.location.origin, org)}</pre>
      {parameters.length > 0 && (
        <section>
          <h4>{t.parameters}</h4>
          <FieldTable label={t.parameters} lines={parameters.map(({ name, in: place, required, schema, 'x-heng': told }) => {
            const about = told?.description[locale]
            return { name, place, schema, required: required ?? false, ...(about === undefined ? {} : { about }) }
          })} />
        </section>
      )}
      <Shape title={t.body} schema={body} />
      <Shape title={t.answer} schema={answer} />
    </div>
  )
}

/** One operation; what it takes and answers is drawn when it is opened. */
export const Operation = ({ operation }: { readonly operation: ApiOperation }) => {
  const [open, setOpen] = useState(false)
  const { method, path, summary } = operation
  return (
    <details className="op-operation" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="op-method" data-method={method}>{method}</span>
        <code>{path.split('/').map((part, i) => (i === 0 ? part : <span key={i}>/<wbr />{part}</span>))}</code>
        <span className="op-summary">{summary}</span>
      </summary>
      {open && <Details operation={operation} />}
    </details>
  )
}
