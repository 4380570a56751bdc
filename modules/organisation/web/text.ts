import { useText } from '@heng/web-kit'
import { messages } from '../locales/index.ts'

/** Texts of this room's pages in the reader's language. */
export const usePages = () => useText(messages).pages
export const useNouns = () => useText(messages).nouns
