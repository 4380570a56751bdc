import { fill } from '@heng/contract'
import type { TreeNode } from '@heng/frameworks/contract'
import { useLocale, useText } from '@heng/web-kit'
import { Button, Checkbox } from 'antd'
import { messages } from '../../locales/index.ts'

interface Props {
  /** Themes and their lines, in order. */
  readonly lines: readonly TreeNode[]
  readonly chosen: ReadonlySet<string>
  readonly onChange: (chosen: ReadonlySet<string>) => void
}

/** The lines of Annex A by theme; those that have a control say so. */
export const LineChoice = ({ lines, chosen, onChange }: Props) => {
  const t = useText(messages).page.start
  const locale = useLocale()
  const titleOf = (n: TreeNode) => (locale === 'en' ? (n.titleEn ?? n.titleZh) : (n.titleZh ?? n.titleEn)) ?? ''
  const open = lines.filter((n) => n.kind === 'control' && n.answer == null)
  const set = (ids: readonly string[], on: boolean) =>
    onChange(on ? new Set([...chosen, ...ids]) : new Set([...chosen].filter((id) => !ids.includes(id))))
  const themes = lines.filter((n) => n.kind === 'theme')
  if (themes.length === 0) return null
  return (
    <>
      <div className="ct-tools">
        <Button size="small" onClick={() => onChange(new Set(open.map((n) => n.id)))}>
          {t.all}
        </Button>
        <Button size="small" onClick={() => onChange(new Set())}>
          {t.none}
        </Button>
      </div>
      {themes.map((theme) => {
        const own = lines.filter((n) => n.parent === theme.id)
        const free = own.filter((n) => n.answer == null).map((n) => n.id)
        const taken = free.filter((id) => chosen.has(id)).length
        return (
          <fieldset key={theme.id} className="ct-theme">
            <legend>
              <Checkbox
                aria-label={fill(t.theme, { theme: titleOf(theme) })}
                checked={free.length > 0 && taken === free.length}
                indeterminate={taken > 0 && taken < free.length}
                disabled={free.length === 0}
                onChange={(event) => set(free, event.target.checked)}
              >
                {theme.ref} {titleOf(theme)}
              </Checkbox>
            </legend>
            {own.map((n) => (
              <Checkbox
                key={n.id}
                className="ct-line"
                checked={chosen.has(n.id)}
                disabled={n.answer != null}
                onChange={(event) => set([n.id], event.target.checked)}
              >
                <span className="ct-ref">{n.ref}</span> {titleOf(n)}
                {n.answer != null && <span className="hg-tag">{t.has}</span>}
              </Checkbox>
            ))}
          </fieldset>
        )
      })}
    </>
  )
}
