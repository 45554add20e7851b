import type { Plugin } from 'vite'

/**
 * Lets a page carry only the schemas it uses. The bundler keeps whatever it cannot prove harmless, and a schema that spreads another's
 * entries is such a thing; here, in the contract, making one does nothing else, so each stands in a call that may be dropped whole.
 */
export function pureSchemas(): Plugin {
  return {
    name: 'academy:pure-schemas',
    transform: {
      filter: { id: /\/packages\/contract\/src\/[\w-]+\.ts$/ },
      handler(code) {
        let pure = code
        for (const statement of this.parse(code).body.toReversed()) {
          const made = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement
          if (made?.type !== 'VariableDeclaration') continue
          for (const { init } of made.declarations.toReversed()) {
            if (init?.type !== 'CallExpression' && init?.type !== 'ObjectExpression') continue
            // Plain values, such as the limits, are read at once where they are used.
            if (!/"(CallExpression|SpreadElement|MemberExpression)"/.test(JSON.stringify(init))) continue
            const text = pure.slice(init.start, init.end)
            pure = `${pure.slice(0, init.start)}/* @__PURE__ */ (() => (${text}))()${pure.slice(init.end)}`
          }
        }
        return { code: pure, map: null }
      },
    },
  }
}
