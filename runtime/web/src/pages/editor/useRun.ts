import { computed, ref, watch, type Ref } from 'vue'
import { runDraft, type Outcome } from '@/api/runs'
import { argumentsTemplate, findFunctions } from '@/logic/functions'
import { readObject } from '@/logic/json'
import { failingLine, lastLine } from '@/logic/trace'

export type Run = ReturnType<typeof useRun>

/** Choosing a function of the open script, its arguments, running it, and what came of it. */
export function useRun(scriptId: string, code: Ref<string>, save: () => Promise<boolean>) {
  const functions = computed(() => findFunctions(code.value))
  const chosen = ref('')
  const args = ref('{}')
  const isRunning = ref(false)
  const outcome = ref<Outcome>()
  const marks = ref<{ line: number; message: string }[]>([])
  const current = computed(() => functions.value.find((one) => one.name === chosen.value))
  // Arguments once typed for a function come back with it.
  const typed = new Map<string, string>()

  watch(functions, (found) => {
    if (!found.some((one) => one.name === chosen.value)) chosen.value = (found.find((one) => one.isApi) ?? found[0])?.name ?? ''
  }, { immediate: true })

  watch(chosen, (name, before) => {
    if (before) typed.set(before, args.value)
    args.value = typed.get(name) ?? argumentsTemplate(current.value?.parameters ?? [])
  }, { immediate: true })

  /** Chooses the function that the cursor stands in. */
  function follow(line: number) {
    const around = functions.value.findLast((one) => one.line <= line)
    if (around) chosen.value = around.name
  }

  async function start() {
    if (isRunning.value || !chosen.value) return
    const kwargs = readObject(args.value)
    if (!(await save())) return
    isRunning.value = true
    try {
      outcome.value = await runDraft(`${scriptId}.${chosen.value}`, kwargs)
      mark(outcome.value.error)
    } finally {
      isRunning.value = false
    }
  }

  /** Marks the line that a traceback ends at; an empty one takes the mark away. */
  function mark(error: string) {
    const line = failingLine(error, scriptId)
    marks.value = line ? [{ line, message: lastLine(error) }] : []
  }

  function clear() {
    outcome.value = undefined
    marks.value = []
  }

  watch(code, () => (marks.value = marks.value.length ? [] : marks.value))

  return { functions, chosen, current, args, isRunning, outcome, marks, follow, start, mark, clear }
}
