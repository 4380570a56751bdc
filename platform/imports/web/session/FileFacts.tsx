import { fill } from '@heng/contract'
import { formatNumber, useLocale, useText } from '@heng/web-kit'
import { Select } from 'antd'
import { messages } from '../../locales/index.ts'
import type { Details, Session } from '../api.ts'
import type { ReadChoice, Verbs } from './useSession.ts'

const encodings = ['utf-8', 'gb18030', 'utf-16le', 'utf-16be'] as const
const delimiters = [',', ';', '\t', '|'] as const

interface Props {
  readonly row: Session
  readonly details: Details
  readonly verbs: Verbs
  /** The file may be read another way: a wrong guess shows as nonsense in the samples. */
  readonly editable: boolean
}

/** What the file is and how it was read; before the dry run it can be read another way. */
export const FileFacts = ({ row, details: { reading, allowed }, verbs, editable }: Props) => {
  const t = useText(messages).page.file
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  const open = editable && allowed.includes('read')
  const how: ReadChoice = {
    ...(reading.sheet === null ? {} : { sheet: reading.sheet }),
    ...(reading.encoding === null ? {} : { encoding: reading.encoding as never }),
    ...(reading.delimiter === null ? {} : { delimiter: reading.delimiter as never }),
  }
  const choice = (label: string, value: string, options: readonly { value: string; label: string }[], change: (next: string) => ReadChoice) => (
    <label>
      {label}{' '}
      {open && options.length > 1 ?
        <Select size="small" aria-label={label} value={value} options={[...options]} disabled={verbs.busy} popupMatchSelectWidth={false} onChange={(next) => verbs.read({ ...how, ...change(next) })} />
      : <b>{options.find((one) => one.value === value)?.label ?? value}</b>}
    </label>
  )
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
  return (
    <span className="im-facts">
      <span className="im-file">{row.fileName}</span>
      <span className="hg-reference">{row.reference}</span>
      <span>{fill(t.facts, { rows: number(reading.rows), columns: number(reading.header.length) })}</span>
      {reading.sheet !== null && choice(t.sheet, reading.sheet, plain(reading.sheets), (sheet) => ({ sheet }))}
      {reading.encoding !== null && choice(t.encoding, reading.encoding, encodings.map((value) => ({ value, label: value.toUpperCase() })), (encoding) => ({ encoding: encoding as never }))}
      {reading.delimiter !== null && choice(t.delimiter, reading.delimiter, delimiters.map((value) => ({ value, label: t.delimiters[value] })), (delimiter) => ({ delimiter: delimiter as never }))}
    </span>
  )
}
