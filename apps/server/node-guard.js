/**
 * Ends the process with a plain word when this Node cannot run the academy: it reads TypeScript by itself, and its SQLite driver
 * crashes without a message on Node 20. Node 24 comes with the packages; pnpm finds it, a bare `node` may not.
 */
export function needNode24(script) {
  var version = process.versions.node
  var parts = version.split('.').map(Number)
  if (parts[0] >= 24 || (parts[0] === 22 && parts[1] >= 18)) return
  console.error(
    'The academy needs Node 24; this is Node ' +
      version +
      '.\n' +
      'In the project folder run   npx --yes pnpm@10.34.9 ' +
      script +
      '\n' +
      'which brings its own Node 24 (on Linux and Windows), or install Node 24 from https://nodejs.org.',
  )
  process.exit(1)
}
