import { describe, expect, it } from 'vitest';
import { askedTheme, withoutTheme } from './asked-theme.ts';

describe('the theme of an address', () => {
  it('is one of the themes, and the reader’s own where none is asked for', () => {
    expect(askedTheme('?theme=dark')).toEqual({ theme: 'dark', notice: null });
    expect(askedTheme('')).toEqual({ theme: 'auto', notice: null });
    expect(askedTheme('?step=2&odd=%E0%A4%A')).toEqual({ theme: 'auto', notice: null });
  });

  it.each(['pink', '', '__proto__', '%E0%A4%A', 'Dark'])('says that “%s” is none', (value) => {
    const { theme, notice } = askedTheme(`?theme=${value}`);
    expect(theme).toBe('auto');
    expect(notice).toMatchObject({ param: 'theme', used: 'auto' });
  });

  it('goes out of the address, and the rest stays', () => {
    expect(withoutTheme('?step=2&theme=dark&stacks=a:b,c')).toBe('step=2&stacks=a:b,c');
    expect(withoutTheme('?theme=dark')).toBe('');
  });
});
