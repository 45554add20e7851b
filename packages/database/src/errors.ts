/** A row with this unique value is there already. Drivers and drizzle wrap errors, so the causes are looked through. */
export function isUniqueViolation(error: unknown): boolean {
  for (let at = error as { code?: unknown; cause?: unknown } | undefined; at; at = at.cause as typeof at) {
    if (at.code === '23505') return true
    if (at.code === 'SQLITE_CONSTRAINT_UNIQUE' || at.code === 'SQLITE_CONSTRAINT_PRIMARYKEY') return true
  }
  return false
}
