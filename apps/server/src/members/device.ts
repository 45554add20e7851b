const BROWSERS: [RegExp, string][] = [
  [/YaBrowser\//, 'Yandex'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/EdgA?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad|iPod/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const named = (list: [RegExp, string][], text: string) => list.find(([sign]) => sign.test(text))?.[1]

/** What a person knows their phone by, such as `Chrome · Android`. No version and no model is kept: those would follow a person. */
export function deviceOf(userAgent: string): string {
  const text = userAgent.slice(0, 500)
  return [named(BROWSERS, text), named(SYSTEMS, text)].filter(Boolean).join(' · ')
}
