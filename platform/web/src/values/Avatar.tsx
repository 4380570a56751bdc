import { initialsOf } from './initials.ts'

/** A person's disc. The initials are drawn, not text: a name stands beside them or names the control that they are in. */
export const Avatar = ({ name }: { readonly name: string }) => <span className="hg-avatar" aria-hidden="true" data-initials={initialsOf(name)} />
