import { useText } from '@heng/web-kit'
import { messages } from '../locales/index.ts'

/** This room's words in the current language. */
export const useWords = () => useText(messages).pages
