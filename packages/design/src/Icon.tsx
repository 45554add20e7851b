/** 24 grid, 2 px line, square ends: as if cut with a blade. A curve only where the thing is round. */
export const ICONS = {
  horn: 'M12 24V4M9 13.5H4V4h16v9.5h-5',
  home: 'M4 21V10l8-6 8 6v11h-5v-6H9v6z',
  book: 'M12 6v15M3 4h6l3 2 3-2h6v15h-6l-3 2-3-2H3z',
  talk: 'M3 4h18v12H11l-5 5v-5H3z',
  air: 'M12 15a3 3 0 100-6 3 3 0 000 6zM6.5 17.5a8 8 0 010-11M17.5 6.5a8 8 0 010 11',
  person: 'M8 4h8v8H8zM4 21v-5h16v5',
  next: 'M9 5l7 7-7 7',
  back: 'M20 12H5M12 5l-7 7 7 7',
  send: 'M4 12h15M12 5l7 7-7 7',
  clock: 'M12 3a9 9 0 100 18 9 9 0 000-18zM12 7v5l4 3',
  check: 'M4 12l6 6L20 6',
  cross: 'M5 5l14 14M19 5L5 19',
  cut: 'M1 12h7M16 12h7M9.5 19l5-14',
  merge: 'M5 4v4l7 6v7M19 4v4l-7 6',
  mixed: 'M4 6h16M4 12h11M4 18h6',
  find: 'M11 4a7 7 0 100 14 7 7 0 000-14zM16 16l5 5',
  sift: 'M3 5h18l-7 8v7l-4-2v-5z',
  plus: 'M12 4v16M4 12h16',
  edit: 'M4 20v-4L16 4l4 4L8 20z',
  more: 'M5 12h.1M12 12h.1M19 12h.1',
  down: 'M12 4v15M5 12l7 7 7-7',
  sun: 'M12 16a4 4 0 100-8 4 4 0 000 8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
} as const

export type IconName = keyof typeof ICONS

/** Always beside a word; where it stands alone, its button carries the name. */
export const Icon = (props: { name: IconName }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" class={props.name === 'horn' ? 'mark' : undefined}>
    <path d={ICONS[props.name]} />
  </svg>
)
