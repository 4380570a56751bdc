import { decided } from './actions.tsx'

export const Component = decided('dismiss')
