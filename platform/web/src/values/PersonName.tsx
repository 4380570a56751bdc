import { Avatar } from './Avatar.tsx'

/** A person: disc with initials and the name. */
export const PersonName = ({ name }: { readonly name: string }) => (
  <span className="hg-person">
    <Avatar name={name} />
    <span className="hg-ellipsis">{name}</span>
  </span>
)
