import { useText } from '@heng/web-kit'
import { messages } from '../locales/index.ts'

export const useWords = () => useText(messages)
