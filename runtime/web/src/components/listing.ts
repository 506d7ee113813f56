import type { TextKey } from '@/i18n'

/** A row as the server answers it; pages that know more narrow it themselves. */
export type Row = Record<string, unknown> & { id: string }

/** How a column is written out. */
export type ColumnKind = 'text' | 'code' | 'json' | 'time' | 'bytes' | 'duration' | 'status'

export interface Column {
  key: string
  label: TextKey
  kind?: ColumnKind
  /** The group of texts that translates the server's words, such as `task` for `OK`. */
  words?: string
  width?: string
  /** Left out where there is little room. */
  isMinor?: boolean
  show?: (row: Row) => string
}

export type FieldKind = 'text' | 'password' | 'textarea' | 'json' | 'number' | 'switch' | 'select' | 'func' | 'reference' | 'time' | 'throttling' | 'crontab'

export interface Field {
  key: string
  label: TextKey
  kind?: FieldKind
  hint?: TextKey
  isRequired?: boolean
  /** Given when the thing is made and fixed from then on. */
  isFixed?: boolean
  options?: { value: string; label?: TextKey }[]
  /** The thing that a reference names. */
  thing?: string
  initial?: unknown
  when?: (form: Record<string, unknown>) => boolean
}

export interface Filter {
  key: string
  label: TextKey
  options: { value: string; label: TextKey }[]
}

/** What a list page is made of: the thing, its columns, its form. */
export interface Listing {
  thing: string
  title: TextKey
  columns: Column[]
  fields?: Field[]
  filters?: Filter[]
  /** What deleting one does, in words; none: it cannot be deleted. */
  deleteWhat?: TextKey
  /** Whether `isDisabled` can be switched in the list. */
  canDisable?: boolean
  isReadOnly?: boolean
  /** Made and deleted, never changed. */
  isFixed?: boolean
  naming?: (row: Row) => string
}

export const nameOf = (row: Row) => String(row.title || row.username || row.name || row.id)

/** A value reached by a dotted key. */
export function at(row: Record<string, unknown>, key: string): unknown {
  return key.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], row)
}
