import type { Text } from '@heng/contract'

export const t = (en: string, zh: string): Text => ({ en, 'zh-CN': zh })
/** Texts for the values 1, 2, 3, … in order. */
export const upFromOne = (...texts: readonly Text[]) => texts.map((text, i) => ({ value: i + 1, text }))
