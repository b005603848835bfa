/** The verbs that most nouns have, each with its alias and what it does to the ledger. */
export const LIST = { name: 'list', zh: '列表', access: 'read' } as const;
export const SHOW = { name: 'show', zh: '查看', access: 'read' } as const;
export const CHANGE = { name: 'change', zh: '修改', access: 'write' } as const;
