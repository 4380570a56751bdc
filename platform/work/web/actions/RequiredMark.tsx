import { useKitText } from '@heng/web-kit'
import type { ReactNode } from 'react'

const Word = () => <span className="hg-required">{useKitText().form.required}</span>

/** Says “required” in words beside a label, as every form of the kit does. */
export const RequiredMark = (label: ReactNode, { required }: { readonly required: boolean }): ReactNode => <>{label}{required && <Word />}</>
