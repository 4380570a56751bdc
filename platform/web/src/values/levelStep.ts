/** One of the five colours for a value of a scale 1–`max`; both ends keep theirs whatever the length. */
export const levelStep = (value: number, max: number): number =>
  max <= 1 ? 1 : Math.min(5, Math.max(1, Math.round(1 + ((value - 1) * 4) / (max - 1))))
