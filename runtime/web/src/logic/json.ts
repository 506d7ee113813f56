import { t } from '@/i18n'

/** Reads a JSON object; an empty text is an empty object. Throws in words for a person. */
export function readObject(text: string): Record<string, unknown> {
  if (!text.trim()) return {}
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (problem) {
    throw new Error(t('common.badJson', { why: (problem as Error).message }))
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(t('common.badJson', { why: '{…}' }))
  return value as Record<string, unknown>
}

/** Indented JSON, or plain text for what is not JSON or nests too deep to be written again. */
export function pretty(value: unknown): string {
  if (typeof value === 'string') return value
  try {
    return JSON.stringify(value, null, typeof value === 'object' ? 2 : 0) ?? ''
  } catch {
    return String(value)
  }
}
