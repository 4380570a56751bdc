import type { AnyNoun } from '@heng/contract'
import { useState } from 'react'
import { standardColumns } from './columns.ts'

const keyOf = (noun: AnyNoun) => `heng.columns.${noun.name}`

const stored = (noun: AnyNoun): readonly string[] | undefined => {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(noun)) ?? 'null')
    return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined
  } catch {
    // Unreadable or refused storage counts as no choice.
    return undefined
  }
}

/** The viewer's choice of columns, remembered in this browser. Undefined chooses the standard ones again. */
export const useColumns = (noun: AnyNoun, standard: readonly string[] = standardColumns(noun)) => {
  const [chosen, setChosen] = useState(() => stored(noun))
  const choose = (next: readonly string[] | undefined) => {
    setChosen(next)
    try {
      if (next === undefined) localStorage.removeItem(keyOf(noun))
      else localStorage.setItem(keyOf(noun), JSON.stringify(next))
    } catch {
      // The choice then lasts until the page is left.
    }
  }
  return { names: chosen ?? standard, choose }
}
