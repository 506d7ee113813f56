import { lose, untilHealed } from '@/state/connection'
import { token } from '@/state/token'

/** A refusal of the server, with what a person needs to report it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly error: number,
    readonly reason: string,
    message: string,
    readonly detail: Record<string, unknown>,
    readonly traceId: string,
  ) {
    super(message)
  }
}

/** The server could not be reached: nothing is known of whether the call was carried out. */
export class LostConnection extends Error {}

export interface CallOptions {
  query?: Record<string, unknown>
  body?: unknown
  signal?: AbortSignal
  /** Goes on when the page is left meanwhile. */
  keepalive?: boolean
}

interface Envelope {
  ok: boolean
  error: number
  message: string
  data: unknown
  traceId: string
  reason?: string
  detail?: Record<string, unknown>
}

let onSignedOut = () => {}

/** What to do when the server no longer knows who is calling. */
export function whenSignedOut(action: () => void) {
  onSignedOut = action
}

/** `/api/v1/<path>?<query>`; empty values are left out, lists repeat their key. */
export function address(path: string, query: Record<string, unknown> = {}): string {
  const parameters = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') parameters.append(key, String(one))
    }
  }
  const text = parameters.toString()
  return `/api/v1/${path}${text ? `?${text}` : ''}`
}

async function send(method: string, path: string, options: CallOptions): Promise<Response> {
  const headers: Record<string, string> = {}
  if (token.value) headers['X-Dff-Auth-Token'] = token.value
  let body: BodyInit | undefined
  if (options.body instanceof FormData) body = options.body
  else if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json'
    body = JSON.stringify(options.body)
  }
  let response: Response
  try {
    response = await fetch(address(path, options.query), { method, headers, body, signal: options.signal, keepalive: options.keepalive })
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    lose()
    throw new LostConnection('lost', { cause })
  }
  // A proxy in front answers for a server that is away.
  if ([502, 503, 504].includes(response.status) && !isJson(response)) {
    lose()
    throw new LostConnection(`HTTP ${response.status}`)
  }
  return response
}

function isJson(response: Response) {
  return (response.headers.get('Content-Type') ?? '').includes('json')
}

async function refusal(response: Response): Promise<ApiError> {
  const text = await response.text()
  const traceId = response.headers.get('X-Trace-Id') ?? ''
  let envelope: Partial<Envelope> = {}
  try {
    envelope = JSON.parse(text)
  } catch {
    envelope = { message: text.slice(0, 300) }
  }
  const problem = new ApiError(
    response.status,
    envelope.error ?? response.status,
    envelope.reason ?? '',
    envelope.message || `HTTP ${response.status}`,
    envelope.detail ?? {},
    envelope.traceId ?? traceId,
  )
  if (problem.reason === 'EUserAuth' && token.value) {
    token.value = ''
    onSignedOut()
  }
  return problem
}

/** Calls the server and answers the envelope's data; a GET waits for a lost connection to heal. */
export async function call<T>(method: 'GET' | 'POST', path: string, options: CallOptions = {}): Promise<T> {
  for (;;) {
    try {
      const response = await send(method, path, options)
      if (!response.ok) throw await refusal(response)
      if (!isJson(response)) return (await response.text()) as T
      const envelope = (await response.json()) as Envelope
      return envelope.data as T
    } catch (problem) {
      if (method !== 'GET' || !(problem instanceof LostConnection)) throw problem
      await untilHealed(options.signal)
    }
  }
}

export const get = <T>(path: string, query?: Record<string, unknown>, signal?: AbortSignal) => call<T>('GET', path, { query, signal })
export const post = <T>(path: string, body: unknown = {}, query?: Record<string, unknown>) => call<T>('POST', path, { body, query })

/** Fetches a file with the token and hands it to the browser to keep. */
export async function download(path: string, name: string, query?: Record<string, unknown>) {
  const response = await send('GET', path, { query })
  if (!response.ok) throw await refusal(response)
  const link = document.createElement('a')
  link.href = URL.createObjectURL(await response.blob())
  link.download = fileName(response.headers.get('Content-Disposition')) ?? name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

/** The name a `Content-Disposition` header gives, the encoded form before the plain one. */
export function fileName(header: string | null): string | undefined {
  const encoded = header?.match(/filename\*=UTF-8''([^;]+)/i)?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return header?.match(/filename="?([^";]+)"?/i)?.[1]
}
