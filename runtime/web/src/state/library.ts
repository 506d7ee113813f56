import { computed, ref } from 'vue'
import { scripts, scriptSets, type Script, type ScriptSet } from '@/api/scripts'
import { all } from '@/api/things'

/** The tree of script sets and scripts, without their code. */
export const sets = ref<ScriptSet[]>([])
export const leaves = ref<Script[]>([])
export const isLoaded = ref(false)

export const bySet = computed(() => {
  const groups = new Map<string, Script[]>()
  for (const set of sets.value) groups.set(set.id, [])
  for (const script of leaves.value) groups.get(script.scriptSetId)?.push(script)
  for (const group of groups.values()) group.sort((a, b) => a.id.localeCompare(b.id))
  return groups
})

export async function loadLibrary() {
  const [foundSets, foundScripts] = await Promise.all([all(scriptSets), all(scripts)])
  sets.value = foundSets.sort((a, b) => a.id.localeCompare(b.id))
  leaves.value = foundScripts
  isLoaded.value = true
}

/** Takes over what is newly known of one script, so that the tree need not be asked for again. */
export function refreshLeaf(changed: Partial<Script> & { id: string }) {
  const leaf = leaves.value.find((one) => one.id === changed.id)
  if (leaf) Object.assign(leaf, { ...changed, code: undefined, codeDraft: undefined })
}
