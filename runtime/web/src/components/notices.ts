import { ElMessage, ElMessageBox } from 'element-plus'
import { ApiError, LostConnection } from '@/api/client'
import { t, word } from '@/i18n'

/** What a failure says, and the trace id under it. */
export function words(problem: unknown): string {
  if (problem instanceof LostConnection) return t('connection.tryAgain')
  if (problem instanceof ApiError) {
    const why = typeof problem.detail.message === 'string' ? `\n${problem.detail.message}` : ''
    const message = word('refusal', problem.reason) === problem.reason ? problem.message : `${word('refusal', problem.reason)}\n${problem.message}`
    return `${message}${why}\n${problem.reason} ${problem.error} · ${t('common.traceId')} ${problem.traceId}`
  }
  if (problem instanceof Error) return problem.message
  return String(problem)
}

export function complain(problem: unknown) {
  if (problem === undefined || problem === 'cancel' || problem === 'close') return
  if (problem instanceof DOMException && problem.name === 'AbortError') return
  if (problem instanceof ApiError && problem.reason === 'EUserAuth') return
  ElMessage({ type: 'error', message: words(problem), duration: 10_000, showClose: true, grouping: true })
}

export const tell = (message: string) => ElMessage({ type: 'success', message, duration: 2_500, grouping: true })

/** Asks before something that cannot be taken back; answers whether it was agreed to. */
export async function agree(title: string, what: string, button: string): Promise<boolean> {
  try {
    await ElMessageBox.confirm(what, title, {
      confirmButtonText: button, cancelButtonText: t('common.cancel'), confirmButtonClass: 'el-button--danger', autofocus: false,
    })
    return true
  } catch {
    return false
  }
}

export async function copy(text: string) {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    // Plain HTTP has no clipboard interface.
    const area = document.createElement('textarea')
    area.value = text
    document.body.append(area)
    area.select()
    document.execCommand('copy')
    area.remove()
  }
  tell(t('common.copied'))
}
