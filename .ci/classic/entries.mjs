/** What is built as a client of its own, by name. A further entry is one line here. */
export const ENTRIES = {
  /** The one that pages start: all others are for files that are saved. */
  embed: 'src/routes/embed/[[scene]]/wake.ts',
  lesson: 'src/lib/ui/course/lesson-wake.ts',
};
