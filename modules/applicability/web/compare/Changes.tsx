import { fill } from '@heng/contract'
import { StatusTag, type Tone } from '@heng/web-kit'
import type { Comparison, LineChange } from '../../contract/index.ts'
import { useWords } from '../words.ts'

const tones: Readonly<Record<LineChange['change'], Tone>> = { added: 'good', removed: 'bad', changed: 'progress' }

/** What the later version says otherwise, line by line. */
export const Changes = ({ comparison }: { readonly comparison: Comparison }) => {
  const { t, titleOf } = useWords()
  const { head, lines, unchanged } = comparison
  return (
    <div className="sa-changes">
      <p className="hg-muted" role="status">
        {head.length + lines.length === 0 ? t.compare.same : fill(t.compare.unchanged, { count: unchanged })}
      </p>
      {head.length > 0 && (
        <article>
          <h2>{t.compare.head}</h2>
          <Fields fields={head} />
        </article>
      )}
      {lines.map((line) => (
        <article key={line.ref}>
          <h2>
            <span className="sa-ref">{line.ref}</span> {titleOf(line)}{' '}
            <StatusTag tone={tones[line.change]}>{t.compare[line.change]}</StatusTag>
          </h2>
          {line.fields.length > 0 && <Fields fields={line.fields} />}
        </article>
      ))}
    </div>
  )
}

const Fields = ({ fields: changed }: { readonly fields: LineChange['fields'] }) => {
  const { t, fields } = useWords()
  const own = t.compare.fields as Readonly<Record<string, string>>
  return (
    <dl>
      {changed.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{own[field] ?? fields[field] ?? field}</dt>
          <dd>
            <span className="hg-visually-hidden">{t.compare.before}: </span>
            {isEmpty(before) ? (
              <Value field={field} value={before} />
            ) : (
              <del>
                <Value field={field} value={before} />
              </del>
            )}
          </dd>
          <dd>
            <span className="hg-visually-hidden">{t.compare.after}: </span>
            <ins>
              <Value field={field} value={after} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}

type Changed = LineChange['fields'][number]['before']
const isEmpty = (value: Changed): value is null | [] => value === null || (Array.isArray(value) && value.length === 0)

const Value = ({ field, value }: { readonly field: string; readonly value: Changed }) => {
  const { t, values } = useWords()
  const words = (
    field === 'implementation'
      ? values.implementationOverride
      : (values as Readonly<Record<string, Readonly<Record<string, string>>>>)[field]
  ) as Readonly<Record<string, string>> | undefined
  const say = (one: string) => words?.[one] ?? one
  if (isEmpty(value)) return <span className="hg-muted">{t.compare.empty}</span>
  return <>{Array.isArray(value) ? value.map(say).join('\n') : say(String(value))}</>
}
