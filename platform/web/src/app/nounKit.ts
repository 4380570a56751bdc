import type { AnyNoun, Locale } from '@heng/contract'
import { useMemo } from 'react'
import { registerApi, type RegisterApi } from '../client/registerApi.ts'
import { nounTextOf, type AnyNounText } from '../text/nounText.ts'
import { useLocale } from '../text/text.ts'
import { useRegistry, type InRoom } from './registry.ts'
import type { FieldGroup, FrozenProps, JsonRenderers, Lazy, RecordAction, WebNoun } from './room.ts'

/** A noun with all that pages need: its words in the current language, its operations, its groups and verbs. */
export interface NounKit {
  readonly noun: AnyNoun
  readonly path: string
  readonly text: AnyNounText
  readonly api: RegisterApi
  readonly groups: readonly { readonly key: string; readonly label: string; readonly fields: readonly string[] }[]
  readonly json: JsonRenderers
  readonly frozen: Lazy<FrozenProps> | undefined
  readonly actions: readonly (Omit<RecordAction<unknown>, 'label'> & { readonly label: string })[]
}

/** Looks a noun up by name; undefined when no room brings it. */
export const useNounNamed = (name: string | undefined): NounKit | undefined => {
  const { nouns } = useRegistry()
  const locale = useLocale()
  const entry = name === undefined ? undefined : nouns.get(name)
  return useMemo(() => (entry === undefined ? undefined : kitOf(entry, locale)), [entry, locale])
}

/** Every noun of every room, in the order of the rooms. */
export const useNouns = (): readonly NounKit[] => {
  const { nouns } = useRegistry()
  const locale = useLocale()
  return useMemo(() => [...nouns.values()].map((entry) => kitOf(entry, locale)), [nouns, locale])
}

const kitOf = (entry: InRoom<WebNoun<unknown>>, locale: Locale): NounKit => {
  const words = entry.room.messages[locale]
  const group = ({ key, fields, ...rest }: FieldGroup<unknown>) => ({ key, fields, label: rest.label(words) })
  return {
    noun: entry.noun,
    path: entry.path,
    text: nounTextOf(words, entry.noun),
    api: registerApi(entry.noun, entry.path),
    groups: (entry.groups ?? []).map(group),
    json: entry.json ?? {},
    frozen: entry.frozen,
    actions: (entry.actions ?? []).map((action) => ({ ...action, label: action.label(words) })),
  }
}

/** As `useNounNamed`, for a noun that must be there. Throws, naming what to add where. */
export const useNoun = (noun: AnyNoun): NounKit => {
  const kit = useNounNamed(noun.name)
  if (kit === undefined) throw new Error(`Noun "${noun.name}" is in no room: add it to \`nouns\` of the room "${noun.room}"`)
  return kit
}
