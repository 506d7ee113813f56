import type { Field } from '@/components/listing'
import { t } from '@/i18n'
import { pretty, readObject } from '@/logic/json'

export type Form = Record<string, unknown>

const empty = (field: Field): unknown => field.initial ?? { switch: false, multi: [], throttling: {}, json: {} }[field.kind as string] ?? ''

/** What a form starts with: what is stored, or what the fields say; JSON as text. */
export function startForm(fields: Field[], row?: Record<string, unknown>): Form {
  const form: Form = {}
  for (const field of fields) {
    const value = row?.[field.key] ?? empty(field)
    form[field.key] = field.kind === 'json' ? pretty(structuredCloneable(value)) : typeof value === 'object' ? structuredCloneable(value) : value
  }
  return form
}

const structuredCloneable = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown

/** What is sent of a form. Throws, in words, what is missing or not JSON. Secrets left empty are not sent. */
export function readForm(fields: Field[], form: Form, isNew: boolean): Form {
  const data: Form = {}
  for (const field of fields) {
    if (field.when && !field.when(form)) continue
    if (field.isFixed && !isNew) continue
    const value = form[field.key]
    const isEmpty = value === '' || value === undefined || value === null
    if (field.isRequired && isEmpty && !(field.kind === 'password' && !isNew)) throw new Error(t('common.required', { field: t(field.label) }))
    if (isEmpty && (field.kind === 'password' || isNew)) continue
    if (field.kind === 'json') data[field.key] = readObject(String(value))
    else if (field.kind === 'number') data[field.key] = isEmpty ? null : Number(value)
    else if (field.kind === 'throttling') data[field.key] = Object.keys(value as object).length ? value : null
    else data[field.key] = isEmpty ? (field.kind === 'text' || field.kind === 'textarea' || !field.kind ? '' : null) : value
  }
  return data
}
