/** Bytes as text: three digits, decimal units as the figures have them. */

/** @returns `45 MB`, `1.16 GB`, `2.4 TB` */
export function formatMb(mb: number): string {
  if (mb < 0.9995) return `${digits(mb * 1000)} kB`;
  if (mb < 999.5) return `${digits(mb)} MB`;
  return mb < 999_500 ? `${digits(mb / 1000)} GB` : `${digits(mb / 1e6)} TB`;
}

function digits(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
