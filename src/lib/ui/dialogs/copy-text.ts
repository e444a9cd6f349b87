/**
 * Copies a text: by the clipboard API, and where a frame forbids that, by the old command on a field
 * that shows the text.
 * @returns whether it worked; never rejects.
 */
export async function copyText(text: string, field?: HTMLTextAreaElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return field ? copySelected(field) : false;
  }
}

function copySelected(field: HTMLTextAreaElement): boolean {
  try {
    field.focus();
    field.select();
    // Deprecated, and the only way in a frame without clipboard permission.
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
