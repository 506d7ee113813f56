/** One line of a traceback, and the line of the script that it points at. */
export interface TraceLine {
  text: string
  line?: number
}

/** Splits a traceback; lines that name this script become links into its text. */
export function traceLines(text: string, scriptId: string): TraceLine[] {
  return text.split('\n').map((one) => {
    const place = /File "([^"]+)", line (\d+)/.exec(one)
    return place && place[1]!.includes(scriptId) ? { text: one, line: Number(place[2]) } : { text: one }
  })
}

/** The place deepest in the script, which is where the error arose as its author sees it. */
export function failingLine(text: string, scriptId: string): number | undefined {
  return traceLines(text, scriptId).findLast((one) => one.line !== undefined)?.line
}

/** The last line that is not empty: what went wrong, without the way there. */
export function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? ''
}
