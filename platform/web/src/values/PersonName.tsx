import { initialsOf } from './initials.ts'

/** A person: disc with initials and the name. */
export const PersonName = ({ name }: { readonly name: string }) => (
  <span className="hg-person">
    <span className="hg-avatar" aria-hidden="true">
      {initialsOf(name)}
    </span>
    <span className="hg-ellipsis">{name}</span>
  </span>
)
