import { LevelTag, useLocale } from '@heng/web-kit'
import type { Effect } from '../../contract/index.ts'

type Levels = Effect['risks']['levels']

export const useLevelName = (levels: Levels): ((level: number) => string) => {
  const locale = useLocale()
  return (level) => levels.find((l) => l.value === level)?.title[locale] ?? String(level)
}

/** A level by the name that the method of the comparison gave it. */
export const Level = ({ levels, value }: { readonly levels: Levels; readonly value: number | null }) => {
  const nameOf = useLevelName(levels)
  return <LevelTag value={value} max={levels.length} {...(value === null ? {} : { label: nameOf(value) })} />
}
