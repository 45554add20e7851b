/** By the phone's own sheet, or into the clipboard: the text says what it is about where a link alone would not be opened. */
export async function share(title: string, about: string, url: string): Promise<'shared' | 'copied' | 'failed'> {
  const text = `${title}\n${about}`
  if (navigator.share)
    try {
      await navigator.share({ title, text, url })
      return 'shared'
    } catch (error) {
      // Thought better of: nothing else is tried.
      if (error instanceof DOMException && error.name === 'AbortError') return 'shared'
    }
  try {
    await navigator.clipboard.writeText(`${text}\n${url}`)
    return 'copied'
  } catch {
    return 'failed'
  }
}
