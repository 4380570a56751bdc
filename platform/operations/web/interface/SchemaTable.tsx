import { Scroll, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { objectIn, typeText, type Parameter, type Schema } from './document.ts'

interface Line {
  readonly name: string
  readonly schema: Schema
  readonly required: boolean
  readonly place?: Parameter['in']
  readonly about?: string
}

/** What one field holds, opened when somebody asks for it: answers nest deeply. */
const Inside = ({ name, schema }: { readonly name: string; readonly schema: Schema }) => {
  const t = useText(messages).interface
  const inner = objectIn(schema)
  if (inner === undefined) return null
  return (
    <details className="op-inside">
      <summary>{t.fields}</summary>
      <SchemaTable label={name} schema={inner} />
    </details>
  )
}

/** Fields of an input or an answer: name, type, whether it must be there. */
export const FieldTable = ({ label, lines }: { readonly label: string; readonly lines: readonly Line[] }) => {
  const t = useText(messages).interface
  return (
    <Scroll label={label}>
      <table className="op-fields">
        <thead><tr><th scope="col">{t.field}</th><th scope="col">{t.type}</th></tr></thead>
        <tbody>
          {lines.map(({ name, schema, required, place, about }) => (
            <tr key={`${place ?? ''} ${name}`}>
              <th scope="row"><code>{name}</code>{required && <span className="op-required">{t.required}</span>}{place !== undefined && <span className="op-place">{t.places[place]}</span>}</th>
              <td>
                <code className="op-type">{typeText(schema)}</code>
                {about !== undefined && <div>{about}</div>}
                <Inside name={name} schema={schema} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export const SchemaTable = ({ label, schema }: { readonly label: string; readonly schema: Schema }) => (
  <FieldTable label={label} lines={Object.entries(schema.properties ?? {}).map(([name, one]) => ({ name, schema: one, required: schema.required?.includes(name) ?? false }))} />
)
