/** Words of the Kernel lens's views "can it run here?" and "what a user space needs". */
export interface KernelRunWords {
  readonly headline: string;
  readonly caption: string;
}
