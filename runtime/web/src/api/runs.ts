import { ApiError, post } from '@/api/client'
import { pretty } from '@/logic/json'

/** What came of running a function from the editor. */
export interface Outcome {
  funcId: string
  at: number
  isOk: boolean
  value: string
  log: string
  error: string
  duration?: number
  peakMemory?: number
  taskId?: string
  traceId?: string
}

interface Ran {
  taskId?: string
  result?: unknown
  log?: string[]
  einfoTEXT?: string
  duration?: number
  peakMemory?: number
}

const text = (log?: string[]) => log?.join('\n') ?? ''

/** Runs the saved draft of a function; a failure of the function is an outcome, not an exception. */
export async function runDraft(funcId: string, kwargs: Record<string, unknown>): Promise<Outcome> {
  const at = Date.now()
  try {
    const ran = await post<Ran>(`func-draft/${encodeURIComponent(funcId)}`, { kwargs, options: { apiTimeout: 180 } })
    return { funcId, at, isOk: !ran.einfoTEXT, value: pretty(ran.result), log: text(ran.log), error: ran.einfoTEXT ?? '', duration: ran.duration, peakMemory: ran.peakMemory, taskId: ran.taskId }
  } catch (problem) {
    if (!(problem instanceof ApiError) || problem.reason === 'EUserAuth') throw problem
    const detail = problem.detail as Ran & { id?: string }
    const error = detail.einfoTEXT ? `${detail.einfoTEXT}\n` : ''
    return {
      funcId, at, isOk: false, value: '', log: text(detail.log), error: `${error}${problem.message}`, duration: detail.duration, peakMemory: detail.peakMemory, taskId: detail.id ?? detail.taskId, traceId: problem.traceId,
    }
  }
}
