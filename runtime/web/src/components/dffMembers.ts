import { snippetCompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'

const method = (template: string, label: string, detail: string): Completion => snippetCompletion(template, { label, detail, type: 'function' })

/** What may follow `DFF.`; braces mark what is to be filled in. */
const members: Completion[] = [
  method("API('${title}')", 'API', "('title', timeout=…)"),
  method('LOG(${message})', 'LOG', '(message)'),
  method("ENV('${id}')", 'ENV', '(id)'),
  method("CONFIG('${key}')", 'CONFIG', '(key)'),
  method("SRC('${id}')", 'SRC', '(id)'),
  method("FUNC('${funcId}', kwargs={${}})", 'FUNC', '(funcId, kwargs)'),
  method("SQL('${sql}', [${}])", 'SQL', '(sql, params)'),
  method("RSRC('${path}')", 'RSRC', '(path)'),
  method('RESP(${data})', 'RESP', '(data, status_code, headers)'),
  method("RESP_FILE('${path}')", 'RESP_FILE', '(path)'),
  method('RESP_LARGE_DATA(${data})', 'RESP_LARGE_DATA', '(data)'),
  method('THREAD.submit(${fn})', 'THREAD.submit', '(fn, *args)'),
  method("STORE.get('${key}')", 'STORE.get', '(key)'),
  method("STORE.set('${key}', ${value})", 'STORE.set', '(key, value, expire)'),
  method("CACHE.get('${key}')", 'CACHE.get', '(key)'),
  method("CACHE.set('${key}', ${value})", 'CACHE.set', '(key, value, expire)'),
  method("CTX.get('${key}')", 'CTX.get', '(key)'),
  method("CTX.set('${key}', ${value})", 'CTX.set', '(key, value)'),
]

const injected: Completion[] = '_DFF_DEBUG _TASK_ID _ROOT_TASK_ID _SCRIPT_SET_ID _SCRIPT_ID _FUNC_ID _FUNC_NAME _ORIGIN _ORIGIN_ID _START_TIME _TRIGGER_TIME _CRONTAB _QUEUE _HTTP_REQUEST'
  .split(' ')
  .map((label) => ({ label, type: 'variable' }))

/** Completes `DFF.` members and the names that every script is given. */
export function completeDff(context: CompletionContext): CompletionResult | null {
  const member = context.matchBefore(/\bDFF\.[\w.]*/)
  if (member) return { from: member.from + 4, options: members, validFor: /^[\w.]*$/ }
  const name = context.matchBefore(/\b_[A-Z_]*/)
  if (name) return { from: name.from, options: injected, validFor: /^\w*$/ }
  const start = context.matchBefore(/\bD\w*/)
  return start ? { from: start.from, options: [{ label: 'DFF', type: 'namespace' }] } : null
}
