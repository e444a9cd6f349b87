export async function benchPaint(n: number) { return n; }
