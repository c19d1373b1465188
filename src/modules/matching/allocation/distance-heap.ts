/** Nodes by distance, the nearest first; a node may be in it several times. Of equal distances the lower node goes first. */
export class DistanceHeap {
  private nodes = new Int32Array(1024);
  private distances = new Float64Array(1024);
  private size = 0;

  get isEmpty(): boolean {
    return this.size === 0;
  }

  get nearest(): number {
    return this.distances[0] ?? Infinity;
  }

  clear(): void {
    this.size = 0;
  }

  push(node: number, distance: number): void {
    if (this.size === this.nodes.length) this.grow();
    let at = this.size++;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const upDistance = this.distances[up] ?? 0;
      const upNode = this.nodes[up] ?? 0;
      if (upDistance < distance || (upDistance === distance && upNode <= node)) break;
      this.nodes[at] = upNode;
      this.distances[at] = upDistance;
      at = up;
    }
    this.nodes[at] = node;
    this.distances[at] = distance;
  }

  pop(): number {
    const nearest = this.nodes[0] ?? 0;
    const size = --this.size;
    const node = this.nodes[size] ?? 0;
    const distance = this.distances[size] ?? 0;
    let at = 0;
    for (;;) {
      let down = 2 * at + 1;
      if (down >= size) break;
      if (down + 1 < size && this.isBefore(down + 1, down)) down += 1;
      const downDistance = this.distances[down] ?? 0;
      const downNode = this.nodes[down] ?? 0;
      if (distance < downDistance || (distance === downDistance && node <= downNode)) break;
      this.nodes[at] = downNode;
      this.distances[at] = downDistance;
      at = down;
    }
    this.nodes[at] = node;
    this.distances[at] = distance;
    return nearest;
  }

  private isBefore(a: number, b: number): boolean {
    const difference = (this.distances[a] ?? 0) - (this.distances[b] ?? 0);
    return difference < 0 || (difference === 0 && (this.nodes[a] ?? 0) < (this.nodes[b] ?? 0));
  }

  private grow(): void {
    const nodes = new Int32Array(this.nodes.length * 2);
    nodes.set(this.nodes);
    this.nodes = nodes;
    const distances = new Float64Array(nodes.length);
    distances.set(this.distances);
    this.distances = distances;
  }
}
