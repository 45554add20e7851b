import nodeModule from 'node:module'

/**
 * Imported before anything of drizzle-orm's. Its package.json is 180 KB long, and Node reads it again for each of the 140 modules
 * that are looked up: over a second of work and 190 MB at every start. What its modules import from each other needs no looking up.
 */
if (nodeModule.registerHooks) {
  nodeModule.registerHooks({
    resolve(specifier, context, next) {
      const from = context.parentURL
      const isItsOwn =
        specifier.startsWith('.') && specifier.endsWith('.js') && from?.includes('/node_modules/drizzle-orm/')
      return isItsOwn
        ? { url: new URL(specifier, from).href, format: 'module', shortCircuit: true }
        : next(specifier, context)
    },
  })
}
