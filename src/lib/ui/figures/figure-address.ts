/** @returns the address at which the page opens at a figure, in full */
export function figureAddress(id: string): string {
  const query = new URLSearchParams({ id });
  return `${location.origin}${location.pathname}?${query}`;
}
