import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'

const surface = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--surface)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-gutters': { backgroundColor: '#fafbfd', color: '#6d7889', borderRight: '1px solid var(--line-soft)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px 0 14px' },
  '.cm-activeLine': { backgroundColor: '#1f4fb80a' },
  '.cm-activeLineGutter': { backgroundColor: '#1f4fb814', color: 'var(--ink-soft)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-tooltip': { border: '1px solid var(--line)', borderRadius: '5px', boxShadow: '0 4px 14px #1b233018' },
  '.cm-panels': { backgroundColor: '#f7f8fb', color: 'var(--ink)' },
  '.cm-changedText': { background: '#1f4fb822 !important' },
})

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier], color: '#7a2bb5' },
  { tag: [tags.string, tags.special(tags.string)], color: '#1a6b3c' },
  { tag: [tags.number, tags.bool, tags.null], color: '#a34700' },
  { tag: [tags.comment], color: '#66707f', fontStyle: 'italic' },
  { tag: [tags.function(tags.definition(tags.variableName)), tags.definition(tags.className)], color: '#1f4fb8', fontWeight: '600' },
  { tag: [tags.meta], color: '#8a5a00' },
  { tag: [tags.self, tags.special(tags.variableName)], color: '#a31d5b' },
  { tag: tags.invalid, color: 'var(--bad)' },
])

/** The editor's look: light, the page's own colours. */
export const codeTheme = [surface, syntaxHighlighting(colours)]
