/** What the server's reasons for a refusal mean; its own words, which name the particulars, follow in English. */
export const zhRefusals: Record<string, string> = {
  EClientBadRequest: '填写的内容不符合要求。', EUserAuth: '身份验证未通过：用户名、密码或设置码不正确，或登录已失效。', EAPIAuth: 'API 认证未通过。', EUserPrivilege: '没有权限执行此操作。', EClientNotFound: '要找的内容不存在，可能已被删除。', EClientMethod: '此地址不支持这种请求方法。',
  EClientConflict: '与现有内容冲突：已存在，或已被他人修改。', EClientTooLarge: '内容过大，超出限制。', EClientRateLimit: '操作过于频繁，请稍后再试。', ESys: '服务器出现意外错误，详情见服务器日志。', EUnavailable: '服务暂时不可用，请稍后再试。', EQueueFull: '工作队列已满，请稍后再试。',
  EAPITimeout: '等待结果超时，任务仍在执行。', EScriptPreCheck: '脚本无法加载。', EFuncFailed: '函数执行失败。', EFuncTimeout: '函数执行超时。', EFuncResultParsingFailed: '函数的返回值无法解析。',
}
