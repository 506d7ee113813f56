import type { Script, ScriptSet } from '@/api/scripts'

export type TreeRow = { kind: 'set'; key: string; set: ScriptSet; count: number; isOpen: boolean } | { kind: 'script'; key: string; script: Script }

/** The tree as the rows to draw; while something is searched for, every set with a match stands open. */
export function treeRows(sets: ScriptSet[], bySet: Map<string, Script[]>, opened: Set<string>, wanted: string): TreeRow[] {
  const text = wanted.trim().toLowerCase()
  const matches = (one: { id: string; title?: string }) => one.id.toLowerCase().includes(text) || (one.title ?? '').toLowerCase().includes(text)
  const rows: TreeRow[] = []
  for (const set of sets) {
    const all = bySet.get(set.id) ?? []
    const found = text && !matches(set) ? all.filter(matches) : all
    if (text && !found.length && !matches(set)) continue
    const isOpen = text ? found.length > 0 : opened.has(set.id)
    rows.push({ kind: 'set', key: `set ${set.id}`, set, count: found.length, isOpen })
    if (isOpen) for (const script of found) rows.push({ kind: 'script', key: script.id, script })
  }
  return rows
}
