/** Whether a text may be the id of a script set or the last part of a script's. */
export const isIdentifier = (text: string) => /^[A-Za-z]\w*$/.test(text) && !text.includes('__')
