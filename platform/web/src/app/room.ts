import type { AnyNoun, Label, Locale } from '@heng/contract'
import type { ComponentType, ReactNode } from 'react'
import type { AnyRecord, AnyRow } from '../client/registerApi.ts'
import type { ListState } from '../register/urlState.ts'
import type { Messages } from '../text/text.ts'

/** Groups of the navigation, in this order: plan, do, check, act after ISO/IEC 27001. */
export const navGroups = ['overview', 'plan', 'do', 'check', 'act', 'administration'] as const
export type NavGroup = (typeof navGroups)[number]

/** A module with the component to show; loaded when it is first needed. */
export type Lazy<P = object> = () => Promise<{ readonly Component: ComponentType<P> }>

export interface WebNav<T> {
  readonly group: NavGroup
  /** Place within the group; rooms leave gaps of ten. */
  readonly order: number
  readonly icon: ReactNode
  label(text: T): string
  /** The entry shows only to those who hold it, such as `asset:read`. */
  readonly permission?: string
  /** A small figure beside the label: how much waits there. */
  readonly badge?: ComponentType
}

export interface WebPage<T> {
  /** `assets/$id` stands below `/o/{org}/`; `/sign-in` is absolute. `` is the organisation's start page. */
  readonly path: string
  /** Shown without a session; absolute paths only. */
  readonly public?: boolean
  readonly page: Lazy
  /** The page can show the past: it asks nothing but operations that can. `compare` is the page that holds two instants against one another. */
  readonly asOf?: { readonly compare?: string }
  readonly nav?: WebNav<T>
}

export interface FieldGroup<T> {
  readonly key: string
  label(text: T): string
  readonly fields: readonly string[]
}

export interface RecordActionProps {
  readonly row: AnyRecord
  /** Closes the action; `changed` makes the record load again. */
  readonly close: (changed: boolean) => void
}

/** A verb of a room, offered where `allowed` of the row names it. */
export interface RecordAction<T> {
  readonly name: string
  readonly icon?: ReactNode
  label(text: T): string
  readonly component: Lazy<RecordActionProps>
}

/** By field name; a value is never null. `labels` names the records that it refers to. */
export type JsonRenderers = Readonly<Record<string, (value: unknown, labels: Readonly<Record<string, Label>>) => ReactNode>>

export interface FrozenProps {
  /** What was frozen, as the room made it. */
  readonly value: unknown
  /** Names of the records that it refers to, frozen with it. */
  readonly labels: Readonly<Record<string, Label>>
}

/** A noun with a register: where it lives, how its form is grouped, which verbs it has. */
export interface WebNoun<T> {
  readonly noun: AnyNoun
  /** Plural of the path, the same in the API and in the browser: `assets`. */
  readonly path: string
  readonly groups?: readonly FieldGroup<T>[]
  /** How structured (`json`) fields, and others that the kit cannot word by itself, are shown wherever a value of them is: record, history, approval. */
  readonly json?: JsonRenderers
  readonly actions?: readonly RecordAction<T>[]
  /** How what an approval froze of such a record is read; without it, its members are shown one by one. */
  readonly frozen?: Lazy<FrozenProps>
  /** Entry of the navigation for the register page that the kit makes for this noun. */
  readonly nav?: Omit<WebNav<T>, 'label' | 'permission'>
}

export interface RecordPanelProps {
  readonly noun: AnyNoun
  readonly row: AnyRecord
}

export interface RecordPanel<T> {
  readonly id: string
  /** A panel below 0 stands before the details and is the one that opens. */
  readonly order: number
  label(text: T): string
  /** What the panel shows can be shown as of the past, or is history itself; others step back there. */
  readonly asOf?: true
  readonly component: Lazy<RecordPanelProps>
  when?(noun: AnyNoun): boolean
}

export interface ListActionProps {
  readonly noun: AnyNoun
  readonly query: ListState
  readonly selected: readonly AnyRow[]
  /** Columns shown now, and the means to change them; undefined chooses the standard ones again. */
  readonly columns: readonly string[]
  readonly chooseColumns: (names: readonly string[] | undefined) => void
  /** Among the ways to begin of an empty register, where it says in words what it does. */
  readonly beginning?: boolean
}

/** An item of every register's toolbar: import, export, saved views. */
export interface ListAction {
  readonly order: number
  readonly component: ComponentType<ListActionProps>
  /** Also one of the ways to begin that an empty register offers. */
  readonly begins?: boolean
  when?(noun: AnyNoun): boolean
}

export interface HeaderItem {
  readonly order: number
  readonly component: ComponentType
}

/** What the room that owns accounts brings: leaving, and remembering the language. */
export interface WebAccount<T> {
  signOut(): Promise<void>
  saveLocale?(locale: Locale): Promise<void>
  readonly menu?: readonly { readonly to: string; readonly icon?: ReactNode; label(text: T): string }[]
}

/** Everything that a room brings to the browser. */
export interface WebRoom<T = unknown> {
  readonly name: string
  readonly messages: Messages<T>
  readonly pages?: readonly WebPage<T>[]
  readonly nouns?: readonly WebNoun<T>[]
  readonly recordPanels?: readonly RecordPanel<T>[]
  readonly listActions?: readonly ListAction[]
  readonly headerItems?: readonly HeaderItem[]
  readonly account?: WebAccount<T>
}

/** Checks a room against its own messages; the result fits the list of rooms. */
export const defineRoom = <T>(room: WebRoom<T>): WebRoom => room
