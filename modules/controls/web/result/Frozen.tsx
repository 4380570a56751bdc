import '../controls.css'
import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

/** What was concluded, word for word, as it was hashed. */
export const Frozen = ({ value }: { readonly value: unknown }) => (
  <details className="ct-frozen">
    <summary>{useText(messages).tests.result.frozen}</summary>
    {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reached by keyboard */}
    <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
  </details>
)
