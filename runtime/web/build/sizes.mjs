// Puts a compressed form beside each file, as the server sends it, and refuses a build that weighs more than the pages may, or that
// loads anything from an outside address.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 900
const root = new URL('../dist', import.meta.url).pathname
let total = 0
const sizes = []
for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const file = join(entry.parentPath, entry.name)
  const bytes = readFileSync(file)
  if (file.endsWith('.gz')) continue
  const packed = gzipSync(bytes, { level: 9 })
  const size = packed.length
  if (bytes.length > 1024) writeFileSync(`${file}.gz`, packed)
  total += size
  sizes.push([size, file.slice(root.length + 1)])
  const loads = bytes.toString('utf8').match(/(?:src=|href=|url\(|import\(|fetch\(|@import )["']?(?:https?:)?\/\/[a-z0-9.-]+/gi)
  if (loads) throw new Error(`${file} loads from outside: ${loads.join(', ')}`)
}
sizes.sort((a, b) => b[0] - a[0])
for (const [size, name] of sizes.slice(0, 8)) console.log(`${(size / 1024).toFixed(1).padStart(8)} kB  ${name}`)
console.log(`${(total / 1024).toFixed(1).padStart(8)} kB  all ${sizes.length} files, compressed (limit ${LIMIT_KB})`)
if (total > LIMIT_KB * 1024) throw new Error(`the pages weigh ${(total / 1024).toFixed(0)} kB compressed; the limit is ${LIMIT_KB}`)
