import { StatusTag } from '@heng/web-kit'
import { usePages } from '../text.ts'
import type { MatrixRow } from './useMatrix.ts'

/** Whether exactly one is accountable and somebody does it, in words. */
export const Problems = ({ problems }: { readonly problems: MatrixRow['problems'] }) => {
  const t = usePages().matrix
  if (problems.length === 0) return <StatusTag tone="good">{t.ok}</StatusTag>
  return <>{problems.map((problem) => <div key={problem}><StatusTag tone="warning">{t.problems[problem]}</StatusTag></div>)}</>
}
