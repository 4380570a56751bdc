import { LevelTag } from '@heng/web-kit'
import { useMethod } from './useMethod.ts'

/** A risk level by the name that the criteria in force give it. */
export const RiskLevel = ({ value }: { readonly value: number | null | undefined }) => {
  const { top, levelName } = useMethod()
  return <LevelTag value={value} max={top} {...(value == null ? {} : { label: levelName(value) })} />
}
