// What the Maven build runs: builds the pages, and only when something they are made of has changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const root = new URL('..', import.meta.url).pathname
const digest = (files) => files.reduce((hash, file) => hash.update(relative(root, file)).update('\0').update(readFileSync(file)), createHash('sha256')).digest('hex')
const below = (folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
const npm = (...args) => execFileSync('npm', args, { cwd: root, stdio: 'inherit' })
const isSame = (stamp, value) => existsSync(stamp) && readFileSync(stamp, 'utf8') === value

const lock = digest([join(root, 'package-lock.json')])
const sources = digest([...below('src'), ...below('public'), ...below('build'), ...['index.html', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'].map((name) => join(root, name))].sort())
const installed = join(root, 'node_modules/.installed')
const built = join(root, 'dist/.built')

if (isSame(built, sources)) {
  console.log('pages: unchanged')
} else {
  if (!isSame(installed, lock)) {
    npm('ci', '--no-progress', '--loglevel=error')
    writeFileSync(installed, lock)
  }
  npm('run', '--silent', 'build')
  writeFileSync(built, sources)
}
