/** One or two letters for the octagon: «Айгүл Серік» → АС, «Ли» → Л. Nothing when the name has no letter. */
export function initials(name: string): string {
  // What stands in brackets («(демо)») is a remark, not a name.
  const words =
    name
      .normalize('NFC')
      .replace(/\([^)]*\)/g, ' ')
      .match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []
  return words
    .slice(0, 2)
    .map((word) =>
      String.fromCodePoint(word.codePointAt(0) ?? 0)
        .toUpperCase()
        .slice(0, 2),
    )
    .join('')
}
