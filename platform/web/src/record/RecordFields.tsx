import type { AnyNoun } from '@heng/contract'
import { useNoun } from '../app/nounKit.ts'
import type { AnyRecord } from '../client/registerApi.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import { FieldValue } from '../values/FieldValue.tsx'
import type { Renderers } from '../register/Cell.tsx'
import { detailGroups } from './detailGroups.ts'

/** All fields of a record with their names, in the noun's groups. */
export const RecordFields = ({ noun, row, renderers = {} }: { readonly noun: AnyNoun; readonly row: AnyRecord; readonly renderers?: Renderers }) => {
  const t = useKitText()
  const kit = useNoun(noun)
  return (
    <div className="hg-details">
      {detailGroups(noun, kit.groups, t.form.other, new Set([...Object.keys(renderers), ...Object.keys(kit.json)])).map(({ key, label, names }) => (
        <section key={key}>
          {label !== undefined && <h2>{label}</h2>}
          <dl>
            {names.map((name) => (
              <div key={name} className={noun.fields[name]?.kind === 'longText' || noun.fields[name]?.kind === 'json' ? 'hg-wide' : undefined}>
                <dt>{fieldLabel(kit.text, t, name)}</dt>
                <dd>
                  {renderers[name]?.(row, row.labels) ?? <FieldValue kit={kit} name={name} value={row[name]} labels={row.labels} />}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
