/** A function found in a script's text. */
export interface FoundFunction {
  name: string
  title: string
  isApi: boolean
  parameters: Parameter[]
  line: number
}

export interface Parameter {
  name: string
  default?: string
}

const DEFINITION = /^(?:async\s+)?def\s+([\p{L}_][\p{L}\p{N}_]*)\s*\(/u

/** The top-level functions of Python code, in order; text inside strings that looks like one is not told apart. */
export function findFunctions(code: string): FoundFunction[] {
  const found: FoundFunction[] = []
  const lines = code.split('\n')
  let api: string | undefined
  lines.forEach((line, index) => {
    if (line.startsWith('@DFF.API')) api = line
    const name = DEFINITION.exec(line)?.[1]
    if (name) {
      const text = lines.slice(index, index + 40).join('\n')
      found.push({
        name,
        title: api?.match(/\(\s*[urb]*(['"])(.*?)\1/)?.[2] ?? '',
        isApi: api !== undefined,
        parameters: parameters(between(text, text.indexOf('('))),
        line: index + 1,
      })
    }
    if (name || /^[^\s@#)]/.test(line)) api = undefined
  })
  return found
}

/** The text inside the bracket that opens at `start`. */
function between(text: string, start: number): string {
  let depth = 0
  let quote = ''
  for (let i = start; i < text.length; i++) {
    const c = text[i]!
    if (quote) {
      if (c === '\\') i++
      else if (c === quote) quote = ''
    } else if (c === '"' || c === "'") quote = c
    else if ('([{'.includes(c)) depth++
    else if (')]}'.includes(c) && --depth === 0) return text.slice(start + 1, i)
  }
  return ''
}

function parameters(text: string): Parameter[] {
  return split(text)
    .map((part) => part.trim())
    .filter((part) => part && !part.startsWith('*') && part !== '/')
    .map((part) => {
      const equals = part.search(/(?<![=!<>])=(?!=)/)
      const name = (equals < 0 ? part : part.slice(0, equals)).split(':')[0]!.trim()
      return equals < 0 ? { name } : { name, default: part.slice(equals + 1).trim() }
    })
}

/** Splits at the commas that stand outside of brackets and quotes. */
function split(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let quote = ''
  let part = ''
  for (const c of text.replace(/#.*$/gm, '')) {
    if (quote) quote = c === quote ? '' : quote
    else if (c === '"' || c === "'") quote = c
    else if ('([{'.includes(c)) depth++
    else if (')]}'.includes(c)) depth--
    if (c === ',' && depth === 0 && !quote) {
      parts.push(part)
      part = ''
    } else part += c
  }
  return [...parts, part]
}

/** A JSON object to fill in: parameters without a default, null each. */
export function argumentsTemplate(wanted: Parameter[]): string {
  const names = wanted.filter((one) => one.default === undefined).map((one) => `"${one.name}": null`)
  return `{${names.join(', ')}}`
}
