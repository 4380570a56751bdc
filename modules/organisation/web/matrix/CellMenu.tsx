import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { letters, type Letter } from '../../contract/index.ts'
import { usePages } from '../text.ts'

interface CellMenuProps {
  readonly anchor: HTMLElement | null
  readonly current: Letter | null
  readonly onChoose: (letter: Letter | null) => void
  readonly onClose: () => void
}

const choices: readonly (Letter | null)[] = [...letters, null]

/** The letters of one cell as a menu beside it (WAI-ARIA APG: arrows move, Escape returns). */
export const CellMenu = ({ anchor, current, onChoose, onClose }: CellMenuProps) => {
  const t = usePages().matrix
  const menu = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ top: number; left: number }>({ top: -9_999, left: 0 })
  useLayoutEffect(() => {
    if (anchor === null || menu.current === null) return
    const [cell, size] = [anchor.getBoundingClientRect(), menu.current.getBoundingClientRect()]
    const below = cell.bottom + size.height + 8 <= innerHeight
    setPlace({ top: below ? cell.bottom + 2 : cell.top - size.height - 2, left: Math.max(8, Math.min(cell.left, innerWidth - size.width - 8)) })
    menu.current.querySelector<HTMLElement>('[aria-checked="true"]')?.focus()
  }, [anchor])
  useEffect(() => {
    const outside = (event: Event) => {
      if (!menu.current?.contains(event.target as Node)) onClose()
    }
    addEventListener('pointerdown', outside)
    addEventListener('scroll', outside, true)
    return () => {
      removeEventListener('pointerdown', outside)
      removeEventListener('scroll', outside, true)
    }
  }, [onClose])
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus()
    else if (event.key === 'ArrowUp') items[(at + items.length - 1) % items.length]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
  }
  return (
    <div ref={menu} role="menu" className="or-menu" style={place} onKeyDown={onKeyDown} aria-label={anchor?.getAttribute('aria-label') ?? ''} tabIndex={-1}>
      {choices.map((letter) => (
        <button
          key={letter ?? 'none'}
          type="button"
          role="menuitemradio"
          aria-checked={letter === current}
          tabIndex={-1}
          onClick={() => {
            onChoose(letter)
            onClose()
          }}
        >
          {letter === null ? <span className="or-letter" /> : <span className="or-letter" data-letter={letter}>{letter === 'AR' ? 'A·R' : letter}</span>} {letter === null ? t.letters.none : t.letters[letter].replace('A·R ', '')}
        </button>
      ))}
    </div>
  )
}
