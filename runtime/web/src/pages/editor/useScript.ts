import { computed, onBeforeUnmount, reactive, ref, watch } from 'vue'
import { ApiError } from '@/api/client'
import { lock, saveDraft, scripts, unlock, type Lock, type Script } from '@/api/scripts'
import { complain, tell } from '@/components/notices'
import { t } from '@/i18n'
import { time } from '@/logic/format'
import { dropUnsaved, findUnsaved, keepUnsaved } from '@/logic/unsaved'
import { refreshLeaf } from '@/state/library'
import { tabToken } from '@/state/tab'

const RENEW_MS = 20_000

/** One open script: its draft, whether it may be edited here, and how it reaches the server. */
export function useScript(scriptId: string) {
  const script = ref<Script>()
  const code = ref('')
  const stored = ref('')
  const isEditing = ref(false)
  const isSaving = ref(false)
  const holder = ref<Lock>()
  const conflict = reactive({ isOpen: false, theirs: '', md5: '' })
  const isDirty = computed(() => script.value !== undefined && code.value !== stored.value)
  let renewal: ReturnType<typeof setInterval> | undefined
  let keeping: ReturnType<typeof setTimeout> | undefined
  let saving = Promise.resolve(true)

  async function load() {
    const found = await scripts.get(scriptId)
    script.value = found
    stored.value = code.value = found.codeDraft ?? ''
    refreshLeaf(found)
    const unsaved = findUnsaved(scriptId)
    if (!unsaved || unsaved.code === stored.value) return dropUnsaved(scriptId)
    code.value = unsaved.code
    script.value.codeDraftMD5 = unsaved.baseMD5
    tell(t('editor.recovered'))
    await edit()
  }

  /** Asks for the right to edit; with `force` it is taken from whoever has it. */
  async function edit(force = false) {
    const answer = await lock(scriptId, tabToken, force)
    holder.value = answer.isHeld ? undefined : answer
    isEditing.value = answer.isHeld
    clearInterval(renewal)
    if (answer.isHeld) renewal = setInterval(renew, RENEW_MS)
    return answer.isHeld
  }

  async function renew() {
    try {
      const answer = await lock(scriptId, tabToken)
      if (answer.isHeld) return
      clearInterval(renewal)
      holder.value = answer
      isEditing.value = false
      complain(new Error(t('editor.takenOver', { name: answer.username ?? '?' })))
    } catch {
      // The connection bar tells of it; the lease is asked for again at the next turn.
    }
  }

  async function endEdit() {
    if (isDirty.value && !(await save())) return
    stop()
  }

  function stop() {
    clearInterval(renewal)
    if (isEditing.value) void unlock(scriptId, tabToken).catch(() => {})
    isEditing.value = false
  }

  /** Stores the draft, one time after the other: each is based on what the one before stored. Answers whether it is stored. */
  function save(): Promise<boolean> {
    saving = saving.catch(() => false).then(store)
    return saving
  }

  async function store(): Promise<boolean> {
    if (!script.value || !isDirty.value) return true
    const sent = code.value
    isSaving.value = true
    try {
      const answer = await saveDraft(scriptId, sent, script.value.codeDraftMD5)
      taken(sent, answer.codeDraftMD5)
      return true
    } catch (problem) {
      if (!(problem instanceof ApiError) || problem.reason !== 'EClientConflict') throw problem
      const theirs = await scripts.get(scriptId)
      Object.assign(conflict, { isOpen: true, theirs: theirs.codeDraft ?? '', md5: theirs.codeDraftMD5 })
      return false
    } finally {
      isSaving.value = false
    }
  }

  function taken(sent: string, md5: string) {
    stored.value = sent
    script.value!.codeDraftMD5 = md5
    script.value!.codeDraft = sent
    script.value!.isChanged = sent !== (script.value!.code ?? '')
    refreshLeaf({ id: scriptId, isChanged: script.value!.isChanged })
    if (code.value === sent) dropUnsaved(scriptId)
  }

  async function overwrite() {
    script.value!.codeDraftMD5 = conflict.md5
    conflict.isOpen = false
    await save()
  }

  function takeTheirs() {
    code.value = stored.value = conflict.theirs
    script.value!.codeDraftMD5 = conflict.md5
    conflict.isOpen = false
    dropUnsaved(scriptId)
  }

  watch(code, () => {
    clearTimeout(keeping)
    keeping = setTimeout(keep, 300)
  })

  function keep() {
    if (!script.value || !isEditing.value) return
    if (isDirty.value) keepUnsaved(scriptId, code.value, script.value.codeDraftMD5)
    else dropUnsaved(scriptId)
  }

  /** Lets others edit at once when the page is closed; unsaved work is for whoever opens it here again. */
  function leave() {
    keep()
    if (isEditing.value && !isDirty.value) void unlock(scriptId, tabToken).catch(() => {})
  }

  const lockedBy = computed(() => holder.value && t('editor.lockedBy', { name: holder.value.username ?? '?', time: time(holder.value.sinceTime) }))

  window.addEventListener('pagehide', leave)
  onBeforeUnmount(() => {
    window.removeEventListener('pagehide', leave)
    clearTimeout(keeping)
    keep()
    stop()
  })

  return { script, code, isDirty, isEditing, isSaving, lockedBy, conflict, load, edit, endEdit, save, overwrite, takeTheirs }
}
