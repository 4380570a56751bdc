import { PlusOutlined } from '@ant-design/icons'
import { fill, type Label, type Row } from '@heng/contract'
import { PersonName, StatusTag, type Tone } from '@heng/web-kit'
import { Button } from 'antd'
import type { interestedParty, partyRequirement } from '../../contract/index.ts'
import { useNouns, usePages } from '../text.ts'

export type Party = Row<typeof interestedParty>
export type Requirement = Row<typeof partyRequirement>

interface PartyBlockProps {
  readonly party: Party
  readonly requirements: readonly Requirement[]
  readonly labels: Readonly<Record<string, Label>>
  readonly onParty: () => void
  readonly onRequirement: (id: string) => void
  readonly onAdd?: () => void
}

const tones: Readonly<Record<Requirement['addressed'], Tone>> = { yes: 'good', no: 'neutral', undecided: 'warning' }

/** One party and its requirements as a small table. */
export const PartyBlock = ({ party, requirements, labels, onParty, onRequirement, onAdd }: PartyBlockProps) => {
  const t = usePages().context
  const nouns = useNouns()
  const values = nouns.partyRequirement.values
  return (
    <div className="or-party">
      <header>
        <h3>
          <button type="button" className="or-open" onClick={onParty}>
            <span className="hg-reference">{party.reference}</span> {party.name}
          </button>{' '}
          <span className="hg-tag">{nouns.interestedParty.values.kind[party.kind]}</span>
        </h3>
        {onAdd !== undefined && <Button size="small" icon={<PlusOutlined />} aria-label={fill(t.addRequirement, { party: party.name })} onClick={onAdd}>{t.requirement}</Button>}
      </header>
      {party.needs !== null && <p className="or-clip">{party.needs}</p>}
      {requirements.length === 0 ? (
        <p className="hg-muted">{t.noRequirements}</p>
      ) : (
        <ul className="or-requirements">
          {requirements.map(({ id, reference, requirement, source, sourceReference, addressed, how, owner }) => (
            <li key={id}>
              <div>
                <button type="button" className="or-open" onClick={() => onRequirement(id)}>
                  <span className="hg-reference">{reference}</span> {requirement}
                </button>
                {how !== null && <p className="or-clip">{how}</p>}
              </div>
              <span className="hg-muted">{[values.source[source], sourceReference].filter(Boolean).join(' · ')}</span>
              <StatusTag tone={tones[addressed]}>{values.addressed[addressed]}</StatusTag>
              <span>{owner !== null && labels[owner] !== undefined && <PersonName name={labels[owner].text} />}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
