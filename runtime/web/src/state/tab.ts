const KEY = 'dff.tab'

/** A name for this browser tab that lasts over a reload, so that it finds its own edit lock again. */
export const tabToken = sessionStorage.getItem(KEY) ?? made()

function made(): string {
  const name = Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
  sessionStorage.setItem(KEY, name)
  return name
}
