/** Whether the first picture stands: what is not needed for it comes after it. */
import { createContext } from 'svelte';

export const [getPainted, setPainted] = createContext<() => boolean>();
