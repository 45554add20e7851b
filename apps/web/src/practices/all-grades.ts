import { GRADES } from '@academy/contract'

/** From the preschool class on. */
export const ALL_GRADES = Array.from({ length: GRADES.last - GRADES.first + 1 }, (_, at) => at + GRADES.first)
