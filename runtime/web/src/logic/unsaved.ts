/** Code that has not reached the server, kept in this browser. */
export interface Unsaved {
  code: string
  baseMD5: string
  time: number
}

const key = (scriptId: string) => `dff.unsaved.${scriptId}`

export function keepUnsaved(scriptId: string, code: string, baseMD5: string) {
  try {
    localStorage.setItem(key(scriptId), JSON.stringify({ code, baseMD5, time: Date.now() } satisfies Unsaved))
  } catch {
    // Storage full or forbidden: the code is still in the editor.
  }
}

export function findUnsaved(scriptId: string): Unsaved | undefined {
  try {
    const text = localStorage.getItem(key(scriptId))
    return text ? (JSON.parse(text) as Unsaved) : undefined
  } catch {
    return undefined
  }
}

export const dropUnsaved = (scriptId: string) => localStorage.removeItem(key(scriptId))
