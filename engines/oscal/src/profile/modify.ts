import { problem, type OscalProblem } from '../problem.ts'
import { paramsOf } from '../params.ts'
import type { Control, ControlTree, Param } from '../schema.ts'
import type { Add, Alter, Profile, Remove, SetParameter } from './schema.ts'
import { controlsOf } from './select.ts'

/**
 * Sets parameters and alters controls, in place: the tree must be the caller's own copy.
 * Source: NIST OSCAL profile resolution, "Modification phase".
 *
 * @param others parameters outside the tree that may be set too
 * @returns warnings about settings and alterations that meet nothing
 */
export function modify(tree: ControlTree, others: readonly Param[], modification: Profile['modify']): OscalProblem[] {
  const warnings: OscalProblem[] = []
  const params = new Map([...others, ...paramsOf(tree)].map((param) => [param.id, param]))
  const controls = new Map([...controlsOf(tree)].map((control) => [control.id, control]))
  modification?.['set-parameters']?.forEach((setting, index) => {
    const param = params.get(setting['param-id'])
    const path = `$.profile.modify.set-parameters[${index}].param-id`
    if (param) setParameter(param, setting)
    else warnings.push(problem('unknown-param', { path, found: setting['param-id'] }))
  })
  modification?.alters?.forEach((alter, index) => {
    const control = controls.get(alter['control-id'])
    const path = `$.profile.modify.alters[${index}]`
    if (control) warnings.push(...alterControl(control, alter, path))
    else warnings.push(problem('unknown-control', { path: `${path}.control-id`, found: alter['control-id'] }))
  })
  return warnings
}

/** A value or a choice replaces any value and choice; label, usage and class replace their like; the rest is added. */
function setParameter(param: Param, setting: SetParameter): void {
  if (setting.values || setting.select) {
    param.values = setting.values
    param.select = setting.select
  }
  param.class = setting.class ?? param.class
  param.label = setting.label ?? param.label
  param.usage = setting.usage ?? param.usage
  param.props = joined(param.props, setting.props, 'ending')
  param.links = joined(param.links, setting.links, 'ending')
  param.guidelines = joined(param.guidelines, setting.guidelines, 'ending')
}

function alterControl(control: Control, alter: Alter, path: string): OscalProblem[] {
  const warnings: OscalProblem[] = []
  for (const remove of alter.removes ?? []) removeFrom(control, remove)
  alter.adds?.forEach((add, index) => {
    if (!addTo(control, add)) warnings.push(problem('unknown-target', { path: `${path}.adds[${index}].by-id`, found: add['by-id'] }))
  })
  return warnings
}

type Holder = Pick<Control, 'params' | 'props' | 'links' | 'parts'>

/** Removes what meets all the given criteria, at any depth of the control but not in controls inside it. */
function removeFrom(holder: Holder, remove: Remove): void {
  holder.params = holder.params?.filter((param) => !isMeant(remove, 'param', param))
  holder.props = holder.props?.filter((prop) => !isMeant(remove, 'prop', prop))
  holder.links = holder.links?.filter((link) => !isMeant(remove, 'link', link))
  holder.parts = holder.parts?.filter((part) => !isMeant(remove, 'part', part))
  for (const inner of [...(holder.params ?? []), ...(holder.parts ?? [])]) removeFrom(inner, remove)
}

/** What a part, parameter, property or link can be known by; a link has none of the first four. */
interface Removable {
  name?: string
  class?: string
  id?: string
  ns?: string
  href?: string
}

function isMeant(remove: Remove, itemName: string, item: Removable): boolean {
  const criteria: [wanted: string | undefined, actual: string | undefined][] = [
    [remove['by-name'], item.name],
    [remove['by-class'], item.class],
    [remove['by-id'], item.id],
    [remove['by-ns'], item.ns],
    [remove['by-item-name'], itemName],
  ]
  const given = criteria.filter(([wanted]) => wanted !== undefined)
  return given.length > 0 && given.every(([wanted, actual]) => wanted === actual)
}

/** Adds to the control, or to the part or parameter that is named. False when there is none of that name. */
function addTo(control: Control, add: Add): boolean {
  const position = add.position ?? 'ending'
  const target = add['by-id']
  if (target === undefined || target === control.id) {
    control.title = add.title ?? control.title
    place(control, add, position === 'before' || position === 'starting' ? 'starting' : 'ending')
    return true
  }
  return addNear(control, add, target, position)
}

function addNear(holder: Holder, add: Add, target: string, position: NonNullable<Add['position']>): boolean {
  const lists: ('parts' | 'params')[] = ['parts', 'params']
  for (const list of lists) {
    const items: (Holder & { id?: string })[] = holder[list] ?? []
    const index = items.findIndex((item) => item.id === target)
    const found = items[index]
    if (found && (position === 'starting' || position === 'ending')) place(found, add, position)
    else if (found) {
      // Beside the target go things of its kind; the others join theirs in the same holder.
      const at = position === 'before' ? index : index + 1
      if (list === 'parts') holder.parts = holder.parts?.toSpliced(at, 0, ...(add.parts ?? []))
      else holder.params = holder.params?.toSpliced(at, 0, ...(add.params ?? []))
      place(holder, { ...add, [list]: undefined }, position === 'before' ? 'starting' : 'ending')
    }
    if (found) return true
  }
  return (holder.parts ?? []).some((part) => addNear(part, add, target, position))
}

function place(holder: Holder, add: Add, position: 'starting' | 'ending'): void {
  holder.params = joined(holder.params, add.params, position)
  holder.props = joined(holder.props, add.props, position)
  holder.links = joined(holder.links, add.links, position)
  holder.parts = joined(holder.parts, add.parts, position)
}

function joined<T>(own: T[] | undefined, added: T[] | undefined, position: 'starting' | 'ending'): T[] | undefined {
  if (!added) return own
  return position === 'starting' ? [...added, ...(own ?? [])] : [...(own ?? []), ...added]
}
