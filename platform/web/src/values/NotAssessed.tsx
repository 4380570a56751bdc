import { useKitText } from '../text/text.ts'

/** “Not assessed”: a value of its own, never shown like “low”. */
export const NotAssessed = () => <span className="hg-not-assessed">{useKitText().values.notAssessed}</span>

/** A value that was not given. Words for assistive technology, a dash for the eye. */
export const NotGiven = () => {
  const t = useKitText()
  return (
    <span className="hg-not-given" title={t.values.notGiven}>
      <span aria-hidden="true">–</span>
      <span className="hg-visually-hidden">{t.values.notGiven}</span>
    </span>
  )
}
