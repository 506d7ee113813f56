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
    form[field.key] = started(field, value)
  }
  return form
}

function started(field: Field, value: unknown): unknown {
  if (field.kind === 'json') return pretty(value)
  if (field.kind === 'select' && Array.isArray(value)) return value[0]
  if (field.kind === 'textarea' || field.kind === 'text' || !field.kind) return pretty(value)
  return typeof value === 'object' ? JSON.parse(JSON.stringify(value)) : value
}

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
