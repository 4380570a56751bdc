import '../base/quant.css'
import type { LossModel } from '../../contract/index.ts'
import { useModelWords } from './useModelWords.ts'

/** A model in words, a line for each part. */
export const ModelView = ({ model, currency }: { readonly model: LossModel; readonly currency: string }) => {
  const words = useModelWords(currency)
  return (
    <ul className="rq-words">
      {words.model(model).map((line) => <li key={line}>{line}</li>)}
    </ul>
  )
}
