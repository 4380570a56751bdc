/** What other rooms may show of controls: how effectiveness comes about, a state with its tone. */
export { EffectivenessExplained } from './effectiveness/Explained.tsx'
export { ControlState } from './renderers.tsx'
