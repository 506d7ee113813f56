/** Numbers in order, neighbours joined: `0, 2–6`. */
export function ranges(numbers: number[]): string {
  const runs: [number, number][] = []
  for (const one of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && one === last[1] + 1) last[1] = one
    else runs.push([one, one])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
