/** Says that the answer is saved under this name, whatever letters it is written in. */
export function attachmentNamed(asked: string): string {
  // What no file system lets a file be called.
  const name = asked.replace(/\s*[\\/:*?"<>|]+\s*/g, ' ').trim()
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_') || 'file'
  const whole = encodeURIComponent(name || 'file').replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`
}
