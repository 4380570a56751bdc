import { useKitText } from '../text/text.ts'
import { useVocabulary } from '../text/useVocabulary.ts'

/** A value of a vocabulary by its title. */
export const CodeText = ({ code, vocabulary }: { readonly code: string; readonly vocabulary: string | undefined }) => (
  <span className="hg-ellipsis">{useVocabulary(vocabulary).titleOf(code)}</span>
)

/** Several values of a vocabulary in one line, as a filter shows them. */
export const CodeList = ({ codes, vocabulary, notGiven }: { readonly codes: readonly string[]; readonly vocabulary: string | undefined; readonly notGiven: string }) => {
  const t = useKitText()
  const { titleOf } = useVocabulary(vocabulary)
  return <>{codes.map((code) => (code === notGiven ? t.values.notGiven : titleOf(code))).join(t.values.separator)}</>
}
