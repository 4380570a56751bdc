import { CheckOutlined } from '@ant-design/icons'

interface Props {
  readonly titles: readonly string[]
  /** The step that somebody is at; the number of steps when all are done. */
  readonly at: number
}

/** How far a piece of work in a fixed order has come. On narrow pages only the present step is named. */
export const Steps = ({ titles, at }: Props) => (
  <ol className="hg-steps">
    {titles.map((title, i) => (
      <li key={title} data-state={i < at ? 'done' : i === at ? 'here' : 'ahead'} {...(i === Math.min(at, titles.length - 1) ? { 'aria-current': 'step' as const } : {})}>
        <span className="hg-step-mark" aria-hidden="true">
          {i < at ? <CheckOutlined /> : i + 1}
        </span>
        {title}
      </li>
    ))}
  </ol>
)
