export type { Source } from './bytes.ts';
export { csvLine, writeCsv, type CellValue, type CsvLineOptions, type CsvOptions } from './csv-writer.ts';
export type { Encoding } from './decode.ts';
export { DELIMITERS, type Delimiter } from './delimiter.ts';
export { guard, unguard } from './guard.ts';
export { DEFAULT_LIMITS, type Limits } from './limits.ts';
export { TableError, type Problem, type ProblemCode, type ProblemDetails } from './problem.ts';
export { readTable } from './read.ts';
export type { ReadOptions, Row, Table } from './table.ts';
