/**
 * The yardstick for the best total: Jonker and Volgenant's LAPJV (Computing 38, 1987) on a dense cost matrix with at
 * least as many columns as rows – two rounds of augmenting row reduction, then shortest augmenting paths. Column
 * reduction is left out: it needs a square matrix. Costs are whole numbers, so that nothing is lost in sums.
 * Answers the column of each row; its total cost is the least there is.
 */
export function lapjv(cost: Float64Array, rows: number, columns: number): Int32Array {
  const rowOf = new Int32Array(columns).fill(-1);
  const columnOf = new Int32Array(rows).fill(-1);
  const v = new Float64Array(columns);
  let free = Int32Array.from({ length: rows }, (_, i) => i);
  for (let round = 0; round < 2; round++)
    free = reduceRows(cost, columns, free, rowOf, columnOf, v);
  augment(cost, columns, free, rowOf, columnOf, v);
  return columnOf;
}

function reduceRows(
  cost: Float64Array,
  columns: number,
  free: Int32Array,
  rowOf: Int32Array,
  columnOf: Int32Array,
  v: Float64Array,
): Int32Array<ArrayBuffer> {
  const waiting = free.slice();
  const still: number[] = [];
  let k = 0;
  // Each step lowers a price or seats a row; the bound only guards against very long price wars.
  for (let steps = 0; k < waiting.length && steps < 50 * free.length; steps++) {
    const row = waiting[k++] ?? 0;
    const base = row * columns;
    let least = Infinity;
    let second = Infinity;
    let j1 = -1;
    let j2 = -1;
    for (let j = 0; j < columns; j++) {
      const reduced = (cost[base + j] ?? 0) - (v[j] ?? 0);
      if (reduced >= second) continue;
      if (reduced < least) {
        second = least;
        j2 = j1;
        least = reduced;
        j1 = j;
      } else {
        second = reduced;
        j2 = j;
      }
    }
    let before = rowOf[j1] ?? -1;
    const isLower = least < second;
    if (isLower) v[j1] = (v[j1] ?? 0) - (second - least);
    else if (before >= 0) {
      j1 = j2;
      before = rowOf[j1] ?? -1;
    }
    columnOf[row] = j1;
    rowOf[j1] = row;
    if (before < 0) continue;
    columnOf[before] = -1;
    if (isLower) waiting[--k] = before;
    else still.push(before);
  }
  return Int32Array.from([...still, ...waiting.subarray(k)]);
}

function augment(
  cost: Float64Array,
  columns: number,
  free: Int32Array,
  rowOf: Int32Array,
  columnOf: Int32Array,
  v: Float64Array,
): void {
  const distance = new Float64Array(columns);
  const from = new Int32Array(columns);
  // Columns in front of `low` are done, those from there to `up` are at the least distance, the others are to do.
  const order = Int32Array.from({ length: columns }, (_, j) => j);
  for (const start of free) {
    for (let j = 0; j < columns; j++) {
      distance[j] = (cost[start * columns + j] ?? 0) - (v[j] ?? 0);
      from[j] = start;
      order[j] = j;
    }
    let low = 0;
    let up = 0;
    let least = 0;
    let last = 0;
    let end = -1;
    while (end < 0) {
      if (low === up) {
        last = low;
        least = distance[order[up] ?? 0] ?? 0;
        up += 1;
        for (let k = up; k < columns; k++) {
          const j = order[k] ?? 0;
          const d = distance[j] ?? 0;
          if (d > least) continue;
          if (d < least) {
            up = low;
            least = d;
          }
          order[k] = order[up] ?? 0;
          order[up] = j;
          up += 1;
        }
        for (let k = low; k < up && end < 0; k++) {
          if ((rowOf[order[k] ?? 0] ?? -1) < 0) end = order[k] ?? 0;
        }
      }
      while (end < 0 && low < up) {
        const j1 = order[low++] ?? 0;
        const row = rowOf[j1] ?? 0;
        const base = row * columns;
        const height = (cost[base + j1] ?? 0) - (v[j1] ?? 0) - least;
        for (let k = up; k < columns && end < 0; k++) {
          const j = order[k] ?? 0;
          const d = (cost[base + j] ?? 0) - (v[j] ?? 0) - height;
          if (d >= (distance[j] ?? 0)) continue;
          from[j] = row;
          distance[j] = d;
          if (d !== least) continue;
          if ((rowOf[j] ?? -1) < 0) end = j;
          else {
            order[k] = order[up] ?? 0;
            order[up] = j;
            up += 1;
          }
        }
      }
    }
    for (let k = 0; k < last; k++) {
      const j = order[k] ?? 0;
      v[j] = (v[j] ?? 0) + (distance[j] ?? 0) - least;
    }
    for (let row = -1; row !== start;) {
      row = from[end] ?? 0;
      rowOf[end] = row;
      const next = columnOf[row] ?? 0;
      columnOf[row] = end;
      end = next;
    }
  }
}
