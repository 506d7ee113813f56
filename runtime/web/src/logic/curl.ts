/** How a call is put: arguments as JSON under `kwargs`, or each field of the query an argument. */
export type CallForm = 'standard' | 'simplified'

/** A text as one word of a POSIX shell. */
export const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`

/** The path of a link or batch in one of the forms. */
export function callPath(kind: 'auth-links' | 'batches', id: string, form: CallForm): string {
  const path = `/api/v1/${kind === 'auth-links' ? 'al' : 'bat'}/${encodeURIComponent(id)}`
  return form === 'standard' ? path : `${path}/simplified`
}

/** The arguments that the link leaves to the caller, to be filled in. */
export function callerArguments(fixed: Record<string, unknown> | null | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fixed ?? {}).flatMap(([name, value]) => (value === 'INPUT_BY_CALLER' ? [[name, null]] : [])))
}

/** A `curl` line that makes the call, ready for a shell. */
export function curlLine(origin: string, path: string, form: CallForm, kwargs: Record<string, unknown>): string {
  const names = Object.keys(kwargs)
  if (form === 'standard') {
    return `curl -X POST ${quote(origin + path)} -H 'Content-Type: application/json' -d ${quote(JSON.stringify({ kwargs }))}`
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  const data = names.map((name) => ` --data-urlencode ${quote(`${name}=${text(kwargs[name])}`)}`).join('')
  return `curl -G ${quote(origin + path)}${data}`
}
