import { fill } from '@heng/contract'

/** A sentence with `{hash}` in it: the hash is shortened for the eye, the whole of it is the title. */
export const HashText = ({ text = '{hash}', params = {}, hash }: { readonly text?: string; readonly params?: Readonly<Record<string, string>>; readonly hash: string }) => {
  const [before = '', after = ''] = text.split('{hash}')
  return (
    <>
      {fill(before, params)}
      <code title={hash}>{hash.slice(0, 12)}…</code>
      {fill(after, params)}
    </>
  )
}
