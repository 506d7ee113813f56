import { HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { language } from '@/i18n'

const surface = EditorView.theme({
  '&': { height: '100%', fontSize: '13px', backgroundColor: 'var(--surface)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-gutters': { backgroundColor: '#fafbfd', color: '#5c6677', borderRight: '1px solid var(--line-soft)' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 10px 0 14px' },
  '.cm-activeLine': { backgroundColor: '#1f4fb80a' },
  '.cm-activeLineGutter': { backgroundColor: '#1f4fb814', color: 'var(--ink-soft)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-tooltip': { border: '1px solid var(--line)', borderRadius: '5px', boxShadow: '0 4px 14px #1b233018' },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': { backgroundColor: '#1f4fb8' },
  '.cm-collapsedLines': { background: '#f1f4f9', color: 'var(--ink-soft)' },
  '.cm-collapsedLines::before, .cm-collapsedLines::after': { content: '""' },
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

const chinese: Record<string, string> = {
  Find: '查找', Replace: '替换', next: '下一个', previous: '上一个', all: '全部', 'match case': '区分大小写', regexp: '正则', 'by word': '全词', replace: '替换', 'replace all': '全部替换', close: '关闭', 'current match': '当前匹配', 'replaced $ matches': '已替换 $ 处',
  'replaced match on line $': '已替换第 $ 行', 'on line': '在行', 'Go to line': '跳转到行', go: '跳转', 'Fold line': '折叠', 'Unfold line': '展开', '$ unchanged lines': '$ 行相同', 'Completions': '补全', Diagnostics: '诊断', 'No diagnostics': '没有诊断',
}

/** The editor's look, light and in the page's own colours, and its words in the page's language. */
export const codeTheme = () => [surface, syntaxHighlighting(colours), language.value === 'zh' ? EditorState.phrases.of(chinese) : []]
