/** Empties Cache Storage: on a shared phone nothing of the last person stays, not even which pages were open. */
export async function clearCaches(): Promise<void> {
  if (!('caches' in globalThis)) return
  const names = await caches.keys()
  await Promise.all(names.map((name) => caches.delete(name)))
}
