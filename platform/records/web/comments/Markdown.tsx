import type { Label } from '@heng/contract'
import { Fragment, type ReactNode } from 'react'
import { useWords } from '../text.ts'
import { parseMarkdown, type Block, type Inline } from './markdown.ts'

/** A comment as it reads, with the names of those it mentions. */
export const Markdown = ({ text, labels }: { readonly text: string; readonly labels: Readonly<Record<string, Label>> }) => {
  const { somebody } = useWords().comments
  const line = (parts: readonly Inline[]): ReactNode => parts.map((part, i) => <Fragment key={i}>{one(part)}</Fragment>)
  const one = (part: Inline): ReactNode => {
    switch (part.kind) {
      case 'text': return part.text
      case 'code': return <code>{part.text}</code>
      case 'strong': return <strong>{line(part.parts)}</strong>
      case 'emphasis': return <em>{line(part.parts)}</em>
      case 'link': return <a href={part.href} target="_blank" rel="noreferrer noopener">{part.text}</a>
      case 'mention': return <span className="rec-mention">@{labels[part.id]?.text ?? somebody}</span>
    }
  }
  const lines = (all: readonly (readonly Inline[])[]) => all.map((parts, i) => <Fragment key={i}>{i > 0 && <br />}{line(parts)}</Fragment>)
  const block = (b: Block): ReactNode => {
    switch (b.kind) {
      case 'paragraph': return <p>{lines(b.lines)}</p>
      case 'quote': return <blockquote>{lines(b.lines)}</blockquote>
      case 'code': return <pre>{b.text}</pre>
      case 'list': {
        const items = b.items.map((parts, i) => <li key={i}>{line(parts)}</li>)
        return b.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
      }
    }
  }
  return <div className="rec-markdown">{parseMarkdown(text).map((b, i) => <Fragment key={i}>{block(b)}</Fragment>)}</div>
}
