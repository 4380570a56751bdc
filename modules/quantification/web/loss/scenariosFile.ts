import type { FrozenInputs } from '../../contract/index.ts'

/** What the command line takes: the scenario without controls under the risk's name, so that its chance is the same. */
export const scenariosFile = ({ id, model }: FrozenInputs): string => `${JSON.stringify({ scenarios: [{ id, ...model }] }, null, 2)}\n`
