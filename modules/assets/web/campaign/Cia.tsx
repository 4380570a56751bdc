import { useKitText, useNoun } from '@heng/web-kit'
import { asset } from '../../contract/index.ts'

interface Levels {
  readonly confidentiality: number | null
  readonly integrity: number | null
  readonly availability: number | null
}

/** Confidentiality, integrity and availability in one line, each named for those who do not know the letters. */
export const Cia = ({ item }: { readonly item: Levels }) => {
  const kit = useKitText()
  const fields = useNoun(asset).text.fields
  return (
    <span className="as-cia">
      {(['confidentiality', 'integrity', 'availability'] as const).map((name) => {
        const level = item[name]
        const words = `${fields[name] ?? ''}: ${level === null ? kit.values.notAssessed : `${level} ${kit.levels[String(level) as '1']}`}`
        return (
          <span key={name} className="as-cia-level" data-step={level ?? undefined} title={words}>
            <span aria-hidden="true">
              {name[0]!.toUpperCase()} {level ?? '–'}
            </span>
            <span className="hg-visually-hidden">{words}</span>
          </span>
        )
      })}
    </span>
  )
}
