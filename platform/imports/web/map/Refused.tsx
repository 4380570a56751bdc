import { refusedText, type Place, type Refusal } from './refusal.ts'

/** The reason why what stands at this place is refused, if it is. */
export const Refused = ({ refusal, place }: { readonly refusal: Refusal; readonly place: Place }) => {
  const { id, text } = refusedText(refusal, place)
  return text === undefined ? null : (
    <span id={id} className="im-refused">
      {text}
    </span>
  )
}
