/** What a spreadsheet would take for a formula. Source: OWASP, "CSV Injection". */
const formula = /^[=+\-@\t\r\n]/;

/**
 * One record by RFC 4180, with its line end. A cell that a spreadsheet would run as a formula gets
 * an apostrophe before it: a room's ID is whatever somebody made it.
 */
export function csvRecord(cells: readonly (string | number)[]): string {
  return `${cells.map(cellOf).join(",")}\r\n`;
}

function cellOf(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
