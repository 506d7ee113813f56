import { describe, expect, it } from 'vitest'
import { callerArguments, callPath, curlLine, quote } from './curl'
import { argumentsTemplate, findFunctions } from './functions'
import { isIdentifier } from './identifier'
import { ranges } from './ranges'
import { lastHour } from './series'
import { connectionDefaults, setupBody } from './setup'
import { failingLine, lastLine, traceLines } from './trace'
import { treeRows } from './treeRows'

describe('functions in a script', () => {
  const code = `import json

@DFF.API('两数之和', timeout=5)
def plus(x, y=1, *, scale: float = max(1, 2)):
    def inner(a):
        return a
    return x + y

def helper(text=',('):
    pass

@DFF.API("Later")
async def later():
    pass
`
  it('are the top-level ones, with titles, lines and parameters', () => {
    expect(findFunctions(code).map(({ name, title, isApi, line }) => ({ name, title, isApi, line }))).toEqual([
      { name: 'plus', title: '两数之和', isApi: true, line: 4 },
      { name: 'helper', title: '', isApi: false, line: 9 },
      { name: 'later', title: 'Later', isApi: true, line: 13 },
    ])
    expect(findFunctions(code)[0]!.parameters).toEqual([{ name: 'x' }, { name: 'y', default: '1' }, { name: 'scale', default: 'max(1, 2)' }])
    expect(findFunctions(code)[1]!.parameters).toEqual([{ name: 'text', default: "',('" }])
  })
  it('may have Chinese names', () => expect(findFunctions('def 你好():\n  pass')[0]!.name).toBe('你好'))
  it('offer their parameters without a default to be filled in', () => expect(argumentsTemplate(findFunctions(code)[0]!.parameters)).toBe('{"x": null}'))
})

describe('a curl line', () => {
  it('survives quotes in a shell', () => expect(quote("it's")).toBe(`'it'\\''s'`))
  it('has both forms', () => {
    expect(curlLine('http://h:8088', callPath('auth-links', 'auln-plus', 'standard'), 'standard', { x: 1 })).toBe(`curl -X POST 'http://h:8088/api/v1/al/auln-plus' -H 'Content-Type: application/json' -d '{"kwargs":{"x":1}}'`)
    expect(curlLine('http://h:8088', callPath('batches', 'b', 'simplified'), 'simplified', { x: 1, y: 'a b' })).toBe(`curl -G 'http://h:8088/api/v1/bat/b/simplified' --data-urlencode 'x=1' --data-urlencode 'y=a b'`)
  })
  it('asks only for what the caller gives', () => expect(callerArguments({ x: 'INPUT_BY_CALLER', y: 2 })).toEqual({ x: null }))
})

describe('a traceback', () => {
  const text = 'Traceback (most recent call last):\n  File "demo__basic", line 3, in a\n  File "other__one", line 9, in b\nValueError: 坏'
  it('links the lines of the open script alone', () => expect(traceLines(text, 'demo__basic').map((one) => one.line)).toEqual([undefined, 3, undefined, undefined]))
  it('ends in the line that failed and the reason', () => expect([failingLine(text, 'demo__basic'), lastLine(text)]).toEqual([3, 'ValueError: 坏']))
})

describe('the tree of scripts', () => {
  const script = (id: string, title: string) => ({ id, title, scriptSetId: id.split('__')[0]!, codeDraftMD5: '', publishVersion: 0, isChanged: false })
  const sets = [{ id: 'demo', title: '示例' }, { id: 'ops', title: 'Operations' }]
  const bySet = new Map([['demo', [script('demo__basic', '基础演示'), script('demo__more', 'More')]], ['ops', [script('ops__clean', 'Clean')]]])
  const keys = (opened: string[], wanted: string) => treeRows(sets, bySet, new Set(opened), wanted).map((row) => row.key)
  it('shows the scripts of open sets', () => expect(keys(['demo'], '')).toEqual(['set demo', 'demo__basic', 'demo__more', 'set ops']))
  it('shows matches and their sets while searching', () => expect(keys([], '基础')).toEqual(['set demo', 'demo__basic']))
  it('shows a whole set whose own name matches', () => expect(keys([], 'operations')).toEqual(['set ops', 'ops__clean']))
})

describe('an hour of calls', () => {
  it('has sixty minutes, empty ones included', () => {
    const hour = lastHour([{ time: '2026-01-01T10:59:00Z', ok: 3, failed: 1 }], new Date('2026-01-01T11:00:30Z'))
    expect([hour.length, hour[58]!.ok, hour[59]!.ok]).toEqual([60, 3, 0])
  })
})

describe('an id', () => {
  it('has letters, digits and single underscores', () => expect(['demo', 'a_1', '1a', 'a__b', 'a-b', '示例'].map(isIdentifier)).toEqual([true, true, false, false, false, false]))
})

describe('queues of a worker', () => {
  it('are written with neighbours joined', () => expect([[1, 2, 3, 4, 5, 6], [0], [9, 8], [0, 2, 3, 7]].map(ranges)).toEqual(['1–6', '0', '8–9', '0, 2–3, 7']))
})

describe('the body of setup', () => {
  it('names the connections that are needed and no others', () => {
    const body = setupBody({ code: 'c', username: 'admin', password: 'p' }, { ...connectionDefaults('mysql'), host: 'db', isNeeded: true }, { ...connectionDefaults('redis'), host: 'other' })
    expect([body.setup.mysql?.host, body.setup.redis]).toEqual(['db', undefined])
  })
})
