import { OrgLink, useText } from '@heng/web-kit'
import type { MappedRequirement } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useWording } from '../api.ts'

/** Requirements of other frameworks that ask the same or part of it, with the reason. */
export const MappedList = ({ mapped }: { readonly mapped: readonly MappedRequirement[] }) => {
  const t = useText(messages).page.requirement
  const pick = useWording()
  const byFramework = Map.groupBy(mapped, (m) => m.framework.id)
  return (
    <section className="fw-text">
      <h3>{t.mapped}</h3>
      {mapped.length === 0 && <p className="hg-muted">{t.noMapped}</p>}
      {[...byFramework].map(([id, items]) => (
        <div key={id} className="fw-mapped">
          <h4>{pick(items[0]!.framework.editionEn, items[0]!.framework.editionZh)}</h4>
          <ul>
            {items.map((item) => (
              <li key={item.id}>
                <span className="hg-tag">{item.other === null ? t.gap : t.relationship[item.relationship]}</span>{' '}
                {item.other !== null && (
                  <OrgLink to={`requirements/${item.other.id}`}>
                    <span className="fw-ref">{item.other.ref}</span> {pick(item.other.titleEn, item.other.titleZh)}
                  </OrgLink>
                )}
                <details>
                  <summary>{t.why}</summary>
                  <p>{pick(item.rationaleEn, item.rationaleZh)}</p>
                  <p className="hg-help">{pick(item.provenanceEn, item.provenanceZh)}</p>
                </details>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  )
}
