import { Steps as Shown, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

const steps = ['upload', 'map', 'check', 'done'] as const
export type Step = (typeof steps)[number]

/** How far the import is: file, columns, check, result. */
export const Steps = ({ current }: { readonly current: Step }) => {
  const t = useText(messages).page.steps
  return <Shown titles={steps.map((step) => t[step])} at={current === 'done' ? steps.length : steps.indexOf(current)} />
}
