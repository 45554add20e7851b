import { dialect } from '@academy/database'

/** One figure: ours beside the raw limit, measured in turn in one run. */
export interface Row {
  name: string
  ours: number
  /** Null where there is nothing rawer to measure against. */
  limit: number | null
  ratio: number | null
  goal: number | null
  holds: boolean | null
  unit: 'bytes' | 'ms' | 's' | 'MB' | 'per_s' | 'ratio'
}

const round = (n: number) => Number(n.toPrecision(4))

/** Prints a row as a line of JSON. `goal` is of the ratio where there is a limit, else the most (or, for rates, the least) of ours. */
export function report(row: Pick<Row, 'name' | 'ours' | 'unit'> & { limit?: number; goal?: number }): void {
  const { unit, limit, goal } = row
  const name = dialect === 'postgres' ? `${row.name}.postgres` : row.name
  const ratio = limit === undefined ? null : round(row.ours / limit)
  const better = ratio ?? row.ours
  const holds = goal === undefined ? null : ratio !== null || unit === 'per_s' ? better >= goal : better <= goal
  const line: Row = {
    name,
    ours: round(row.ours),
    limit: limit === undefined ? null : round(limit),
    ratio,
    goal: goal ?? null,
    holds,
    unit,
  }
  console.log(JSON.stringify(line))
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? Number.NaN
}

export const quantile = (values: readonly number[], q: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN
}

export const seconds = async (work: () => unknown): Promise<number> => {
  const start = process.hrtime.bigint()
  await work()
  return Number(process.hrtime.bigint() - start) / 1e9
}
