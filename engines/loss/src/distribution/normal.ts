// Rational approximations of the error function (Cody, Rational Chebyshev approximations for the error function, Math. Comp. 23, 1969), to 16 digits.
const near = {
  top: [0.18577770618460315, 3.1611237438705655, 113.86415415105016, 377.485237685302, 3209.3775891384694],
  bottom: [1, 23.601290952344122, 244.02463793444417, 1282.6165260773723, 2844.236833439171],
}
const middle = {
  top: [2.1531153547440383e-8, 0.5641884969886701, 8.883149794388377, 66.11919063714163, 298.6351381974001, 881.952221241769, 1712.0476126340707, 2051.0783778260716, 1230.3393547979972],
  bottom: [1, 15.744926110709835, 117.6939508913125, 537.1811018620099, 1621.3895745666903, 3290.7992357334597, 4362.619090143247, 3439.3676741437216, 1230.3393548037495],
}
const far = {
  top: [0.016315387137302097, 0.30532663496123236, 0.36034489994980445, 0.12578172611122926, 0.016083785148742275, 0.0006587491615298378],
  bottom: [1, 2.568520192289822, 1.8729528499234673, 0.5279051029514285, 0.06051834131244132, 0.0023352049762686918],
}

const polynomial = (coefficients: readonly number[], x: number): number => {
  let sum = 0
  for (const coefficient of coefficients) sum = sum * x + coefficient
  return sum
}
const ratio = ({ top, bottom }: { top: readonly number[]; bottom: readonly number[] }, x: number): number => polynomial(top, x) / polynomial(bottom, x)

/** Complementary error function of x ≥ 0. */
const erfc = (x: number): number => {
  if (x <= 0.46875) return 1 - x * ratio(near, x * x)
  if (x > 27) return 0
  const tail = x <= 4 ? ratio(middle, x) : (1 / Math.sqrt(Math.PI) - ratio(far, 1 / (x * x)) / (x * x)) / x
  return Math.exp(-x * x) * tail
}

/** Probability that a standard normal number is at most x. */
export const normalCdf = (x: number): number => (x <= 0 ? erfc(-x / Math.SQRT2) / 2 : 1 - erfc(x / Math.SQRT2) / 2)

/** The number that a standard normal one stays below with probability p, 0 < p < 1, to fifteen digits. */
export const normalQuantile = (p: number): number => {
  if (p > 0.5) return -normalQuantile(1 - p)
  let [low, high] = [-40, 0]
  for (let i = 0; i < 60 && high - low > 1e-15; i++) {
    const middle = (low + high) / 2
    if (normalCdf(middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
