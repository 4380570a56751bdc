import { paletteOf, useKitText, useText, useTheme, valueLabel } from '@heng/web-kit'
import { severityKeys, type SeverityKey } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

/** Severities as charts draw them, the mildest first, and what is not assessed in a colour that is none of theirs. Those that there are none of are left out. */
export const useSeverities = (counts: readonly (Readonly<Record<SeverityKey, number>> | null)[]) => {
  const noun = useText(messages).nouns.vulnerability
  const kit = useKitText()
  const { name: theme } = useTheme()
  const palette = paletteOf(theme)
  return severityKeys.filter((key) => counts.some((one) => (one?.[key] ?? 0) > 0)).map((key) => ({
    key, name: key === 'notAssessed' ? kit.values.notAssessed : valueLabel(noun, 'severity', key),
    color: key === 'notAssessed' ? palette.border : palette.level[severityKeys.indexOf(key)]![2],
  }))
}
