import type { ReactNode } from 'react'

/** Facts by name; those that nobody gave are left out. */
export const Facts = ({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }) => {
  const given = facts.filter(([, value]) => value !== null && value !== undefined)
  if (given.length === 0) return null
  return (
    <dl className="sa-facts">
      {given.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
