import { useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

/** What the shapes of the map mean. */
export const Legend = () => {
  const t = useText(messages).pages.map
  const signs = [
    [t.legendKey, <path key="p" d="M10 2 L18 10 L10 18 L2 10 Z" className="as-sign" />],
    [t.legendPlain, <circle key="c" cx="10" cy="10" r="7" className="as-sign" />],
    [t.legendNone, <circle key="d" cx="10" cy="10" r="6" className="as-sign as-sign-none" />],
    [t.legendEdge, <path key="e" d="M2 10 H16 M12 6 L16 10 L12 14" className="as-sign-edge" />],
  ] as const
  return (
    <ul className="as-legend" aria-label={t.legend}>
      {signs.map(([words, shape]) => (
        <li key={words}>
          <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
            {shape}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
